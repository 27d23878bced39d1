namespace Assistant.Core.Model;

/// <summary>A model as it is shown: its name, and whose it is where it is not our own engine.</summary>
public sealed record ModelLabel(string Name, string? Provider, bool Answers);
