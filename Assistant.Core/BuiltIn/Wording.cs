using System.Text.RegularExpressions;

namespace Assistant.Core.BuiltIn;

/// <summary>
/// One way to ask for something, as a regular expression that reads like a sentence: a space is any space, <c>{name}</c> and <c>{new}</c> are
/// names of one or more words, <c>{word}</c> is a name of one word. It may stand anywhere in what is said.
/// </summary>
public sealed class Wording
{
    private const string Quoted = """`[^`\n]+`|"[^"\n]+"|'[^'\n]+'""";
    private const string Words = """[^\s`"'?!,;:][^\n`"?!,;:]*?""";

    private readonly Regex _pattern;

    public Wording(Topic topic, string phrase)
    {
        Topic = topic;
        var body = phrase
            .Replace(" ", @"\s+", StringComparison.Ordinal)
            .Replace("{name}", $"(?<name>{Quoted}|{Words}(`[^`\\n]+`)?)", StringComparison.Ordinal)
            .Replace("{word}", $@"(?<name>{Quoted}|[\w.@]+)", StringComparison.Ordinal)
            .Replace("{new}", $"(?<new>{Quoted}|{Words})", StringComparison.Ordinal);
        var end = phrase.EndsWith('}') ? @"\s*([?!,;:\n]|\.\s|\.?$)" : @"(\W|$)";

        // What is said may be very long, so the time must not depend on it more than it has to.
        _pattern = new Regex($@"(^|\W){body}{end}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
    }

    public Topic Topic { get; }

    /// <summary>This reading of <paramref name="request"/>; nothing when it says something else.</summary>
    public Asked? In(string request)
    {
        var match = _pattern.Match(request);
        return match.Success ? new Asked(Topic, NameIn(match, "name", SpokenName.Of), NameIn(match, "new", SpokenName.New)) : null;
    }

    private static string? NameIn(Match match, string group, Func<string, string> read) => match.Groups[group] is { Success: true } name ? read(name.Value) : null;
}
