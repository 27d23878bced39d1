using System.Text.RegularExpressions;
using Assistant.Core.CSharp;

namespace Assistant.Core.BuiltIn;

/// <summary>
/// One way to ask for something, as a regular expression that reads like a sentence: a space is any space, <c>{name}</c> and <c>{new}</c> are
/// names of one or more words, <c>{word}</c> is a name of one word. It may stand anywhere in what is said.
/// </summary>
public sealed class Wording
{
    // Bounded, since a name is tried at every place of a text that may be long.
    private const string Quoted = """`[^`\n]{1,80}`|"[^"\n]{1,80}"|'[^'\n]{1,80}'""";
    private const string Words = """[^\s`"'?!,;:][^\n`"?!,;:]{0,80}?""";

    private readonly Regex _pattern;

    public Wording(Topic topic, string phrase)
    {
        Topic = topic;
        var body = phrase
            .Replace(" ", @"\s+", StringComparison.Ordinal)
            .Replace("{name}", $"(?<name>{Quoted}|{Words}(`[^`\\n]{{1,80}}`)?)", StringComparison.Ordinal)
            .Replace("{word}", $@"(?<name>{Quoted}|[\w.@]+)", StringComparison.Ordinal)
            .Replace("{new}", $"(?<new>{Quoted}|{Words})", StringComparison.Ordinal);
        var end = phrase.EndsWith('}') ? @"\s*([?!,;:\n]|\.\s|\.?$)" : @"(\W|$)";

        // The engine that does not backtrack takes the longest name rather than the shortest, so it is only for phrases without one.
        var engine = phrase.Contains('{', StringComparison.Ordinal) ? RegexOptions.None : RegexOptions.NonBacktracking;
        _pattern = new Regex($@"(^|\W){body}{end}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | engine);
    }

    public Topic Topic { get; }

    /// <summary>This reading of <paramref name="request"/>; nothing when it says something else.</summary>
    public Asked? In(string request)
    {
        var match = _pattern.Match(request);
        return match.Success ? new Asked(Topic, NameIn(match, "name", SpokenName.Of), NameIn(match, "new", SpokenName.New)) : null;
    }

    private static string? NameIn(Match match, string group, Func<string, string> read) =>
        match.Groups[group] is { Success: true } name ? read(name.Value) : null;
}
