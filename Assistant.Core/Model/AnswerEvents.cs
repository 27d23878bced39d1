using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.Extensions.AI;

namespace Assistant.Core.Model;

/// <summary>
/// Finds the chunks of an answer in its bytes. What was asked for does not matter, only what came: one JSON document, or a stream of events.
/// </summary>
internal sealed class AnswerEvents(AnswerBytes bytes, AnswerReader reader, Faults faults)
{
    private byte[] _data = new byte[1024];
    private bool _hasEvent;
    private bool _isBroken;
    private bool _isDone;

    /// <summary>An update for each chunk, none for a chunk without content. Ends where the answer does, without saying whether it is complete.</summary>
    public async IAsyncEnumerable<ChatResponseUpdate?> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Stream events = bytes;
        switch (await bytes.PeekAsync(cancellationToken))
        {
            case null:
                throw faults.Unreadable("(nothing at all)");
            case (byte)'<':
                throw faults.Unreadable(await ReadPageAsync(cancellationToken));
            case (byte)'{' or (byte)'[' or (byte)'"':
                var whole = await ReadAllAsync(cancellationToken);
                if (TryReadWhole(whole, out var update))
                {
                    yield return update;
                    yield break;
                }

                events = new MemoryStream(whole.ToArray());   // one JSON document after the other
                break;
        }

        await foreach (var item in SseParser.Create(new EventBytes(events), ReadEvent).EnumerateAsync(cancellationToken))
        {
            yield return item.Data;
            if (_isDone)
            {
                yield break;
            }
        }

        if (!_hasEvent)
        {
            throw faults.Unreadable(EndpointError.PlainWords(Encoding.UTF8.GetString(bytes.Beginning.Span)));
        }

        if (_isBroken && !reader.IsFinished)
        {
            throw faults.BrokenOff();
        }
    }

    private async Task<ReadOnlyMemory<byte>> ReadAllAsync(CancellationToken cancellationToken)
    {
        var whole = new MemoryStream();
        try
        {
            await bytes.CopyToAsync(whole, cancellationToken);
        }
        catch (IOException)
        {
            // The connection was lost; what it brought may still hold the text.
        }

        return whole.GetBuffer().AsMemory(0, (int)whole.Length).TrimStart("\uFEFF \r\n\t"u8);
    }

    private async Task<string?> ReadPageAsync(CancellationToken cancellationToken)
    {
        var page = new byte[16 * 1024];
        var length = await bytes.ReadAtLeastAsync(page, page.Length, throwOnEndOfStream: false, cancellationToken);
        return EndpointError.PlainWords(Encoding.UTF8.GetString(page, 0, length).TrimStart('\uFEFF', ' ', '\r', '\n', '\t'));
    }

    private bool TryReadWhole(ReadOnlyMemory<byte> body, out ChatResponseUpdate? update)
    {
        using var json = LenientJson.Parse(body);
        update = json is not null ? reader.Read(json.RootElement) : CutAnswer.Read(body.Span) is { } text ? reader.Salvage(text) : null;
        return json is not null || update is not null;
    }

    private ChatResponseUpdate? ReadEvent(string eventType, ReadOnlySpan<byte> data)
    {
        data = data.Trim(" \t\r\n\0"u8);
        if (data.IsEmpty)
        {
            return null;
        }

        _hasEvent = true;
        if (data.SequenceEqual("[DONE]"u8) || data.SequenceEqual("\"[DONE]\""u8))
        {
            _isDone = true;
            return null;
        }

        if (eventType == "error" || data.StartsWith("error"u8))
        {
            throw faults.From(EndpointError.FromBody(data.ToArray()));
        }

        return TryReadChunk(data, out var update) ? update : ReadLines(data);
    }

    /// <summary>Several chunks in one event: an endpoint that leaves out the blank lines between them.</summary>
    private ChatResponseUpdate? ReadLines(ReadOnlySpan<byte> data)
    {
        ChatResponseUpdate? all = null;
        foreach (var range in data.Split((byte)'\n'))
        {
            var line = data[range].Trim(" \t\r"u8);
            if (line.SequenceEqual("[DONE]"u8))
            {
                _isDone = true;
            }
            else if (!TryReadChunk(line, out var update))
            {
                _isBroken |= line is [(byte)'{', ..];   // anything else is a sign of life, not a chunk
            }
            else if (all is null)
            {
                all = update;
            }
            else
            {
                ((List<AIContent>)all.Contents).AddRange(update?.Contents ?? []);
            }
        }

        return all;
    }

    private bool TryReadChunk(ReadOnlySpan<byte> data, out ChatResponseUpdate? update)
    {
        update = null;
        if (data.Length > _data.Length)
        {
            _data = new byte[data.Length * 2];
        }

        data.CopyTo(_data);
        using var json = LenientJson.Parse(_data.AsMemory(0, data.Length));
        if (json is null)
        {
            return false;
        }

        if (_isBroken)
        {
            throw faults.Unreadable("(a damaged event in the middle of the answer)");
        }

        update = reader.Read(json.RootElement);
        bytes.Parsed(reader.Growth, reader.IsFinished);
        return true;
    }
}
