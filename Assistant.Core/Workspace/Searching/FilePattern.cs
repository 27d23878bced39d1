using Microsoft.Extensions.FileSystemGlobbing;

namespace Assistant.Core.Workspace.Searching;

/// <summary>Which files are meant: *.cs, src/**/*.ts, **/*.{cs,razor}. Without a / it fits in any folder; capitals do not count.</summary>
internal sealed class FilePattern
{
    // A pattern with more choices is no pattern anybody wrote.
    private const int MostChoices = 100;

    private readonly Matcher _matcher = new(StringComparison.OrdinalIgnoreCase);

    public FilePattern(string pattern)
    {
        foreach (var choice in ChoicesOf(pattern.TrimStart('/')).Take(MostChoices))
        {
            _matcher.AddInclude(choice.Contains('/', StringComparison.Ordinal) ? choice : $"**/{choice}");
        }
    }

    /// <param name="path">From the folder the pattern is about.</param>
    public bool Fits(string path) => _matcher.Match(path).HasMatches;

    private static IEnumerable<string> ChoicesOf(string pattern)
    {
        var open = pattern.IndexOf('{', StringComparison.Ordinal);
        var close = open < 0 ? -1 : pattern.IndexOf('}', open);
        return close < 0
            ? [pattern]
            : pattern[(open + 1)..close].Split(',').SelectMany(choice => ChoicesOf(pattern[..open] + choice + pattern[(close + 1)..]));
    }
}
