namespace Assistant.Web.Settings;

/// <summary>A key for one origin and no other, as only this Assistant can read it.</summary>
public sealed record StoredKey(string Origin, string Protected);
