using System.Text;

namespace Assistant.Core.Conversations.Files;

/// <summary>
/// The texts of all turns in one file, in small letters, a line each behind the id of its conversation. To search is to read the file through, which is
/// quick, since it is one, and takes no more memory however long it grows.
/// </summary>
internal sealed class SearchText(string path)
{
    private const int IdLength = 32;
    private const int BlockSize = 1024 * 1024;
    private const byte LineEnd = (byte)'\n';

    public void Add(string id, IEnumerable<string> texts) =>
        File.AppendAllLines(path, texts.Where(text => text.Length > 0).Select(text => $"{id} {Folded(text)}"));

    /// <summary>The ids before the lines that hold <paramref name="text"/>.</summary>
    public HashSet<string> Find(string text, CancellationToken cancellationToken)
    {
        var ids = new HashSet<string>();
        var wanted = Encoding.UTF8.GetBytes(Folded(text));
        foreach (var lines in Blocks(cancellationToken))
        {
            Find(lines.Span, wanted, ids);
        }

        return ids;
    }

    /// <summary>Drops the lines of all other conversations.</summary>
    public void Keep(IReadOnlySet<string> ids)
    {
        if (!File.Exists(path))
        {
            return;
        }

        var draft = path + ".new";
        File.WriteAllLines(draft, File.ReadLines(path).Where(line => line.Length > IdLength && ids.Contains(line[..IdLength])));
        File.Move(draft, path, overwrite: true);
    }

    private static void Find(ReadOnlySpan<byte> lines, ReadOnlySpan<byte> wanted, HashSet<string> ids)
    {
        for (var start = 0; lines[start..].IndexOf(wanted) is >= 0 and var found;)
        {
            var line = lines[..(start + found)].LastIndexOf(LineEnd) + 1;
            if (start + found - line > IdLength)
            {
                ids.Add(Encoding.ASCII.GetString(lines.Slice(line, IdLength)));
                start += found;
                start += lines[start..].IndexOf(LineEnd) + 1;
            }
            else
            {
                start += found + 1;   // in the id itself
            }
        }
    }

    /// <summary>The file in blocks of whole lines. A line that is still being written is left out.</summary>
    private IEnumerable<ReadOnlyMemory<byte>> Blocks(CancellationToken cancellationToken)
    {
        if (!File.Exists(path))
        {
            yield break;
        }

        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        var block = new byte[BlockSize];
        var length = 0;
        while (file.Read(block, length, block.Length - length) is > 0 and var read)
        {
            cancellationToken.ThrowIfCancellationRequested();
            length += read;
            var whole = block.AsSpan(0, length).LastIndexOf(LineEnd) + 1;
            yield return block.AsMemory(0, whole);
            block.AsSpan(whole, length - whole).CopyTo(block);
            length -= whole;
            if (length == block.Length)
            {
                Array.Resize(ref block, 2 * block.Length);
            }
        }
    }

    private static string Folded(string text) => text.ToLowerInvariant().ReplaceLineEndings(" ");
}
