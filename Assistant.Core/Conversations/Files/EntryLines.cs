using System.Text.Json;

namespace Assistant.Core.Conversations.Files;

/// <summary>The entries of one conversation, a line of JSON each. Lines are only ever added.</summary>
internal static class EntryLines
{
    private const byte LineEnd = (byte)'\n';

    /// <summary>The entries of a file, without the lines that are damaged.</summary>
    public static async Task<Conversation> ReadAsync(string path, string id, CancellationToken cancellationToken)
    {
        var builder = new ConversationBuilder(id);
        var content = await File.ReadAllBytesAsync(path, cancellationToken);
        for (var rest = content.AsMemory(); rest.Span.IndexOf(LineEnd) is >= 0 and var end; rest = rest[(end + 1)..])
        {
            if (Parse(rest.Span[..end]) is { } entry)
            {
                builder.Add(entry);
            }
        }

        return builder.Build();
    }

    /// <summary>Adds entries, and returns the size the file has then. On failure the file is as it was.</summary>
    public static async Task<long> AppendAsync(string path, IEnumerable<ConversationEntry> entries, bool isForGood, CancellationToken cancellationToken)
    {
        var written = entries.Select(entry => JsonSerializer.SerializeToUtf8Bytes(entry, ConversationJson.Options)).ToList();
        using var lines = new MemoryStream(written.Sum(entry => entry.Length + 1));
        foreach (var entry in written)
        {
            lines.Write(entry);
            lines.WriteByte(LineEnd);
        }

        await using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.Read, bufferSize: 0);
        await SetTornLineAsideAsync(file, cancellationToken);
        var before = file.Length;
        try
        {
            file.Position = before;
            await file.WriteAsync(lines.GetBuffer(), CancellationToken.None);
            if (isForGood)
            {
                file.Flush(flushToDisk: true);
            }

            return file.Length;
        }
        catch (IOException)
        {
            TakeBack(file, before);
            throw;
        }
    }

    /// <summary>What cannot be taken back is a torn line, and set aside the next time.</summary>
    private static void TakeBack(FileStream file, long length)
    {
        try
        {
            file.SetLength(length);
        }
        catch (IOException)
        {
            // The failure that led here says more.
        }
    }

    /// <summary>A line without an end was being written when the process or the machine stopped. It is kept beside the file, for whoever wants to look.</summary>
    private static async Task SetTornLineAsideAsync(FileStream file, CancellationToken cancellationToken)
    {
        var last = new byte[1];
        if (file.Length == 0 || await ReadAtAsync(file, file.Length - 1, last, cancellationToken) == 1 && last[0] == LineEnd)
        {
            return;
        }

        var whole = new byte[file.Length];
        await ReadAtAsync(file, 0, whole, cancellationToken);
        var end = whole.AsSpan().LastIndexOf(LineEnd) + 1;
        await using (var aside = new FileStream(file.Name + ".torn", FileMode.Append))
        {
            await aside.WriteAsync(whole.AsMemory(end), cancellationToken);
        }

        file.SetLength(end);
    }

    private static ValueTask<int> ReadAtAsync(FileStream file, long position, byte[] buffer, CancellationToken cancellationToken)
    {
        file.Position = position;
        return file.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
    }

    private static ConversationEntry? Parse(ReadOnlySpan<byte> line)
    {
        try
        {
            return JsonSerializer.Deserialize<ConversationEntry>(line, ConversationJson.Options) is { IsWhole: true } entry ? entry : null;
        }
        catch (JsonException)
        {
            return null;
        }
        catch (NotSupportedException)
        {
            return null;   // JSON, but of no kind that is known
        }
    }
}
