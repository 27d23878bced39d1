using Assistant.Core.CSharp;

namespace Assistant.Core.BuiltIn;

/// <summary>Outlines any text by its indentation: the lines that have deeper lines below them, whatever the language.</summary>
public static class TextOutline
{
    private const int Levels = 2;

    /// <summary>Up to two levels, as list items with their lines.</summary>
    public static IReadOnlyList<string> Of(string text)
    {
        var lines = text.Split('\n')
            .Select((line, index) => (Text: line.Trim(), Indent: IndentOf(line), Number: index + 1))
            .Where(line => line.Text.Length > 0)
            .ToList();
        var open = new Stack<int>();
        var outline = new List<string>();
        for (var index = 0; index < lines.Count; index++)
        {
            var line = lines[index];
            while (open.TryPeek(out var indent) && indent >= line.Indent)
            {
                open.Pop();
            }

            if (index + 1 < lines.Count && lines[index + 1].Indent > line.Indent)
            {
                if (open.Count < Levels && line.Text.Any(char.IsLetterOrDigit))
                {
                    outline.Add($"line {line.Number}: {MarkdownList.Code(CodeModel.Shortened(line.Text))}");
                }

                open.Push(line.Indent);
            }
        }

        return outline;
    }

    private static int IndentOf(string line) => line.Length - line.TrimStart(' ', '\t').Length;
}
