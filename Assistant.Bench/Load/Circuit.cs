using System.Buffers;
using System.Diagnostics;
using System.Net.WebSockets;
using System.Text;
using System.Text.RegularExpressions;

namespace Assistant.Bench.Load;

/// <summary>
/// The browser's end of a real circuit, without a browser: it loads the page, takes every render batch and answers every call as the page's script
/// would, and draws nothing. Hundreds of them fit on a machine where ten browsers do not.
/// </summary>
internal sealed partial class Circuit : IAsyncDisposable
{
    private static readonly TimeSpan BetweenPings = TimeSpan.FromSeconds(10);

    /// <summary>What the server asks for when it wants to hold on to an object in the browser.</summary>
    private const long ObjectResult = 1;

    private readonly ClientWebSocket _socket = new();
    private readonly SemaphoreSlim _sending = new(1);
    private readonly CancellationTokenSource _leaving = new();
    private readonly TaskCompletionSource<long> _composer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Uri _server;
    private TaskCompletionSource<long> _finished = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task _receiving = Task.CompletedTask;
    private Task _pinging = Task.CompletedTask;

    private Circuit(Uri server) => _server = server;

    /// <summary>A circuit whose page could be typed into.</summary>
    public static async Task<Circuit> OpenAsync(Uri server, HttpClient http)
    {
        var page = await http.GetStringAsync(server);
        var components = Component().Matches(page).Select((match, number) =>
            $$"""{"type":"add","ssrComponentId":{{number + 1}},"marker":{{match.Groups["marker"].Value}}}""");
        var circuit = new Circuit(server);
        await circuit.StartAsync($$"""{"batchId":1,"operations":[{{string.Join(',', components)}}]}""", State().Match(page).Groups["state"].Value);
        return circuit;
    }

    /// <summary>Sends a message as the composer does, and ends with the moment (of <see cref="Stopwatch"/>) at which the whole answer was there.</summary>
    public async Task<long> AskAsync(string message)
    {
        _finished = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await SendAsync(PackWriter.Call("BeginInvokeDotNetFromJS", null, "1", null, "SendAsync", await _composer.Task, $"[\"{message}\"]"));
        return await _finished.Task;
    }

    public async ValueTask DisposeAsync()
    {
        await _leaving.CancelAsync();
        _socket.Abort();
        await Task.WhenAll(_receiving, _pinging).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _socket.Dispose();
        _sending.Dispose();
        _leaving.Dispose();
    }

    private async Task StartAsync(string components, string state)
    {
        _socket.Options.DangerousDeflateOptions = new(); // as browsers do
        await _socket.ConnectAsync(new UriBuilder(_server) { Scheme = "ws", Path = "/_blazor" }.Uri, _leaving.Token);
        await SendAsync(Encoding.UTF8.GetBytes("{\"protocol\":\"blazorpack\",\"version\":1}\u001e"), WebSocketMessageType.Text);
        await ReadAsync(new ArrayBufferWriter<byte>()); // The server's half of the handshake says nothing.
        _receiving = ReceiveAsync();
        _pinging = PingAsync();
        await SendAsync(PackWriter.Call("StartCircuit", "0", _server.ToString(), _server.ToString(), "[]", ""));
        await SendAsync(PackWriter.Call("UpdateRootComponents", null, components, state));
        await Task.WhenAny(_composer.Task, _receiving);
        await (_receiving.IsCompleted ? _receiving : _composer.Task);
    }

    private async Task PingAsync()
    {
        using var timer = new PeriodicTimer(BetweenPings);
        while (await timer.WaitForNextTickAsync(_leaving.Token))
        {
            await SendAsync(PackWriter.Ping());
        }
    }

    private async Task ReceiveAsync()
    {
        try
        {
            var buffer = new ArrayBufferWriter<byte>();
            while (true)
            {
                await ReadAsync(buffer);
                foreach (var answer in Answers(buffer.WrittenSpan))
                {
                    await SendAsync(answer);
                }
            }
        }
        catch (Exception failure) when (!_leaving.IsCancellationRequested)
        {
            _finished.TrySetException(failure);
            _composer.TrySetException(failure);
            throw;
        }
    }

    private async Task ReadAsync(ArrayBufferWriter<byte> buffer)
    {
        buffer.ResetWrittenCount();
        ValueWebSocketReceiveResult received;
        do
        {
            received = await _socket.ReceiveAsync(buffer.GetMemory(16 * 1024), _leaving.Token);
            buffer.Advance(received.Count);
        }
        while (!received.EndOfMessage);
    }

    private List<ReadOnlyMemory<byte>> Answers(ReadOnlySpan<byte> messages)
    {
        var answers = new List<ReadOnlyMemory<byte>>();
        for (var read = 0; read < messages.Length;)
        {
            var start = new PackReader(messages[read..]);
            var length = start.Length();
            read += LengthOfLength(length) + length;
            if (Answer(new PackReader(start.Take(length))) is { } answer)
            {
                answers.Add(answer);
            }
        }

        return answers;
    }

    private ReadOnlyMemory<byte>? Answer(PackReader message)
    {
        message.Array();
        if (message.Number() != 1)
        {
            return null; // Not a call: a ping, or what a call of ours came to.
        }

        message.NoHeaders();
        message.Text();
        var method = message.Name();
        message.Array();
        return method switch
        {
            "JS.RenderBatch" => PackWriter.Call("OnRenderCompleted", null, message.Number(), null),
            "JS.BeginInvokeJS" => Answer(message.Number(), message.Name(), message.Text(), message.Number()),
            "JS.Error" => throw new InvalidOperationException(message.Name()),
            _ => null,
        };
    }

    /// <summary>Does what the called function is there for, as far as it is for the server to see.</summary>
    private ReadOnlyMemory<byte>? Answer(long task, string function, ReadOnlySpan<byte> arguments, long resultType)
    {
        if (function == "sendFrom")
        {
            _composer.TrySetResult(long.Parse(Reference().Match(Encoding.UTF8.GetString(arguments)).Groups["id"].ValueSpan));
        }
        else if (function == "apply" && arguments.IndexOf("\"ending\":"u8) >= 0)
        {
            _finished.TrySetResult(Stopwatch.GetTimestamp());
        }

        var result = resultType == ObjectResult ? $"{{\"__jsObjectId\":{task + 1}}}" : function == "apply" ? "true" : "null";
        return task == 0 ? null : PackWriter.Call("EndInvokeJSFromDotNet", null, task, true, $"[{task},true,{result}]");
    }

    private async Task SendAsync(ReadOnlyMemory<byte> bytes, WebSocketMessageType type = WebSocketMessageType.Binary)
    {
        await _sending.WaitAsync(_leaving.Token);
        try
        {
            await _socket.SendAsync(bytes, type, endOfMessage: true, _leaving.Token);
        }
        finally
        {
            _sending.Release();
        }
    }

    private static int LengthOfLength(int length) => length < 1 << 7 ? 1 : length < 1 << 14 ? 2 : length < 1 << 21 ? 3 : 4;

    [GeneratedRegex("<!--Blazor:(?<marker>\\{\"type\":\"server\".*?\\})-->")]
    private static partial Regex Component();

    [GeneratedRegex("<!--Blazor-Server-Component-State:(?<state>.*?)-->")]
    private static partial Regex State();

    [GeneratedRegex("\"__dotNetObject\":(?<id>\\d+)")]
    private static partial Regex Reference();
}
