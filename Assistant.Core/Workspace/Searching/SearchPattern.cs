using System.Text;
using System.Text.RegularExpressions;
using Assistant.Core.Tools;

namespace Assistant.Core.Workspace.Searching;

/// <summary>What is searched for: a text as it is written, or a regular expression that is matched line by line. Throws <see cref="ToolException"/>.</summary>
internal sealed class SearchPattern
{
    // What a match on one line may take; only expressions that cannot be matched in linear time ever get there.
    private static readonly TimeSpan MatchTime = TimeSpan.FromMilliseconds(200);

    private readonly string _text;
    private readonly Regex? _regex;
    private readonly byte[][] _needles;

    public SearchPattern(string text, bool isRegex)
    {
        _text = text;
        _regex = isRegex ? RegexOf(text) : null;
        var word = isRegex ? RequiredText.Of(text) : text;
        _needles = word is null ? [] : word.All(char.IsAscii) ? [Encoding.UTF8.GetBytes(word)] : [Encoding.UTF8.GetBytes(word), Encoding.Latin1.GetBytes(word)];
        if (text.Contains('\n', StringComparison.Ordinal))
        {
            throw new ToolException("The pattern has a line break in it, and lines are searched one by one.");
        }
    }

    /// <summary>Whether the bytes of a file, unless they are UTF-16, may hold it; looking is a hundred times faster than reading the text.</summary>
    public bool MayBeIn(ReadOnlySpan<byte> bytes)
    {
        foreach (var needle in _needles)
        {
            if (bytes.IndexOf(needle) >= 0)
            {
                return true;
            }
        }

        return _needles.Length == 0;
    }

    /// <summary>The lines that have it, from 1, and where in the line it begins.</summary>
    public IEnumerable<SearchHit> HitsIn(string text) => _regex is null ? LiteralHits(text) : RegexHits(text, _regex);

    private IEnumerable<SearchHit> LiteralHits(string text)
    {
        var (line, counted) = (1, 0);
        for (var at = text.IndexOf(_text, StringComparison.Ordinal); at >= 0;)
        {
            line += text.AsSpan(counted, at - counted).Count('\n');
            counted = at;
            var start = text.LastIndexOf('\n', at) + 1;
            var end = text.IndexOf('\n', at) is var next && next < 0 ? text.Length : next;
            yield return new SearchHit(line, start, end, at);
            at = end < text.Length ? text.IndexOf(_text, end, StringComparison.Ordinal) : -1;
        }
    }

    private static IEnumerable<SearchHit> RegexHits(string text, Regex regex)
    {
        var line = 1;
        for (var start = 0; start < text.Length; line++)
        {
            var end = text.IndexOf('\n', start) is var next && next < 0 ? text.Length : next;
            if (FirstMatch(regex, text.AsSpan(start..end).TrimEnd('\r')) is { } at)
            {
                yield return new SearchHit(line, start, end, start + at);
            }

            start = end + 1;
        }
    }

    private static int? FirstMatch(Regex regex, ReadOnlySpan<char> line)
    {
        try
        {
            foreach (var match in regex.EnumerateMatches(line))
            {
                return match.Index;
            }

            return null;
        }
        catch (RegexMatchTimeoutException)
        {
            throw new ToolException("The regular expression takes too long: write it without nested repetition.");
        }
    }

    private static Regex RegexOf(string text)
    {
        try
        {
            return new Regex(text, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant, MatchTime);
        }
        catch (NotSupportedException)
        {
            // It looks around or back at what it matched, which needs the other kind.
            return new Regex(text, RegexOptions.CultureInvariant, MatchTime);
        }
        catch (RegexParseException failure)
        {
            throw new ToolException($"The regular expression cannot be read: {failure.Message}");
        }
    }
}
