using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Assistant.Core.BuiltIn;

/// <summary>What is true of any text, in a language the engine does not know.</summary>
public static class AnyText
{
    public static IEnumerable<string> Describe(string text, string? language, IReadOnlyList<Asked> asked)
    {
        var lines = text.Split('\n');
        var longest = lines.Max(line => line.TrimEnd('\r').Length);
        var blank = lines.Count(string.IsNullOrWhiteSpace);
        var bytes = Encoding.UTF8.GetByteCount(text);
        yield return string.Create(CultureInfo.InvariantCulture, $"""
            The built-in engine only knows C#, {Words.NotCSharp(language)}, so it can say only what is true of any text:
            {Words.Counted(lines.Length, "line")} ({blank} blank), {Words.Counted(bytes, "byte")}, the longest line {Words.Counted(longest, "character")}.
            """);

        if (asked.Select(reading => reading.Name).FirstOrDefault(name => !string.IsNullOrEmpty(name)) is { } wanted)
        {
            yield return Mentions(lines, wanted);
        }

        if (TextOutline.Of(text) is { Count: > 0 } outline)
        {
            yield return MarkdownList.Under("**Outline** by indentation:", outline);
        }

        yield return Words.HowToConnect;
    }

    private static string Mentions(string[] lines, string name)
    {
        var word = new Regex($@"(^|\W){Regex.Escape(name)}(\W|$)", RegexOptions.NonBacktracking);
        var places = lines.Select((line, index) => (line, Number: index + 1)).Where(line => word.IsMatch(line.line)).Select(line => line.Number).ToList();
        return places.Count == 0 ? $"{MarkdownList.Code(name)} does not appear in it." : $"{MarkdownList.Code(name)} appears on {MarkdownList.Lines(places)}.";
    }
}
