using System.Text;

namespace Assistant.Tests.Fakes;

/// <summary>What the fake server sends back: a status, headers and a row of steps. Made by the methods here, lengthened with Then….</summary>
public sealed record FakeReply(int Status, string ContentType, IReadOnlyList<FakeStep> Steps)
{
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>A complete answer in the form the request asks for, one event for each piece.</summary>
    public static Func<FakeRequest, FakeReply> Text(params string[] parts) => request => FakeAnswer.Reply(request, parts, "stop");

    /// <summary>An answer that reached the limit of its tokens.</summary>
    public static Func<FakeRequest, FakeReply> Cut(params string[] parts) => request => FakeAnswer.Reply(request, parts, "length");

    /// <summary>A complete answer that calls one tool.</summary>
    public static Func<FakeRequest, FakeReply> ToolCall(string name, string arguments, string id = "call_1") =>
        request => FakeAnswer.ToolCall(request, id, name, arguments);

    /// <summary>The pieces as events, with no end; the connection closes as if that were all.</summary>
    public static FakeReply Events(params string[] parts) => new(200, "text/event-stream", [.. parts.Select(part => FakeStep.Send(FakeAnswer.Delta(part)))]);

    public static FakeReply Raw(string body, string contentType = "text/event-stream", int status = 200) => new(status, contentType, [FakeStep.Send(body)]);

    public static FakeReply Raw(IEnumerable<byte[]> chunks, string contentType = "text/event-stream") =>
        new(200, contentType, [.. chunks.Select(chunk => new FakeStep.Bytes(chunk))]);

    public static FakeReply Error(int status, string body, params (string Name, string Value)[] headers) =>
        new(status, "application/json", [FakeStep.Send(body)]) { Headers = headers.ToDictionary(header => header.Name, header => header.Value) };

    /// <summary>The request is taken and nothing ever comes back, not even a header.</summary>
    public static FakeReply Hang() => new(200, "text/event-stream", [new FakeStep.Hang()]);

    public FakeReply Then(FakeStep step) => this with { Steps = [.. Steps, step] };

    public FakeReply ThenSend(string text) => Then(FakeStep.Send(text));

    public FakeReply ThenHold(Gate gate) => Then(new FakeStep.Hold(gate));

    /// <summary>Something happens here, such as a look at the clock.</summary>
    public FakeReply ThenTell(Action tell) => Then(new FakeStep.Tell(tell));

    public FakeReply ThenWait(TimeSpan time) => Then(new FakeStep.Wait(time));

    /// <summary>The last pieces and a proper end.</summary>
    public FakeReply ThenFinish(params string[] parts) =>
        ThenSend(string.Concat(parts.Select(part => FakeAnswer.Delta(part))) + FakeAnswer.Finish("stop") + FakeAnswer.Done);

    public FakeReply ThenHang() => Then(new FakeStep.Hang());

    /// <summary>The connection is reset.</summary>
    public FakeReply ThenCut() => Then(new FakeStep.Cut());
}

/// <summary>One thing the fake server does while it answers.</summary>
public abstract record FakeStep
{
    public static FakeStep Send(string text) => new Bytes(Encoding.UTF8.GetBytes(text));

    public sealed record Bytes(byte[] Content) : FakeStep;

    public sealed record Hold(Gate Gate) : FakeStep;

    public sealed record Tell(Action Action) : FakeStep;

    public sealed record Wait(TimeSpan Time) : FakeStep;

    public sealed record Hang : FakeStep;

    public sealed record Cut : FakeStep;
}
