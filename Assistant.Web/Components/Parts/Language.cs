namespace Assistant.Web.Components.Parts;

/// <summary>A language of code, by the three names it goes by.</summary>
/// <param name="Name">What a person reads: "C#".</param>
/// <param name="Tag">What Markdown writes after a fence: "csharp".</param>
/// <param name="MonacoId">What the editor calls it.</param>
/// <param name="OtherTags">Tags that models write as well.</param>
public sealed record Language(string Name, string Tag, string MonacoId, params string[] OtherTags);
