using System.Text;

namespace Assistant.Core.Workspace.Files;

/// <summary>Some lines of a file, read without keeping the rest, so that neither a large file nor an endless line costs memory.</summary>
/// <param name="Lines">Each cut at <see cref="WorkspaceLimits.LineCharacters"/>, and saying so.</param>
/// <param name="CutLines">How many were cut.</param>
/// <param name="Total">Lines of the whole file; a last one that is empty does not count. Nothing when the end was not looked for.</param>
public sealed record LineWindow(IReadOnlyList<string> Lines, int CutLines, int? Total)
{
    /// <summary>What a reader is best given to buffer, too: each read is a switch of threads.</summary>
    public const int BufferSize = 64 * 1024;

    /// <param name="first">From 1.</param>
    /// <param name="toEnd">Whether to read on to the end of the file to count its lines.</param>
    public static async Task<LineWindow> ReadAsync(TextReader reader, int first, int last, bool toEnd, CancellationToken cancellationToken)
    {
        var lines = new List<string>();
        var cut = 0;
        var number = 1;
        var line = new StringBuilder();
        var length = 0L;
        var buffer = new char[BufferSize];
        for (int count; (count = await reader.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            for (var rest = buffer.AsSpan(0, count); rest.Length > 0;)
            {
                var end = rest.IndexOf('\n');
                var part = end < 0 ? rest : rest[..end];
                if (number >= first && number <= last)
                {
                    line.Append(part[..(int)Math.Clamp(WorkspaceLimits.LineCharacters + 1 - length, 0, part.Length)]);
                }

                length += part.Length;
                if (end >= 0)
                {
                    End();
                }

                rest = rest[(end < 0 ? rest.Length : end + 1)..];
            }

            if (number > last && !toEnd)
            {
                return new LineWindow(lines, cut, null);
            }
        }

        if (length > 0 || number == 1)
        {
            End();
        }

        return new LineWindow(lines, cut, number - 1);

        void End()
        {
            if (number >= first && number <= last)
            {
                var text = line.ToString();
                var isCut = length > WorkspaceLimits.LineCharacters + (length == text.Length && text.EndsWith('\r') ? 1 : 0);
                cut += isCut ? 1 : 0;
                lines.Add(isCut ? Cut(text) : text.EndsWith('\r') ? text[..^1] : text);
            }

            line.Clear();
            length = 0;
            number++;
        }
    }

    // Never between the two halves of a character.
    private static string Cut(string text) =>
        $"{text[..(WorkspaceLimits.LineCharacters - (char.IsHighSurrogate(text[WorkspaceLimits.LineCharacters - 1]) ? 1 : 0))]}… (line cut)";
}
