using System.Text.Json;

namespace Assistant.Tests.Fakes;

/// <summary>A tool call as it goes over the wire: its arguments arrive in pieces of one to four characters.</summary>
public sealed record FakeCall(string Id, string Name, string Arguments)
{
    public FakeCall(string id, string name, object arguments)
        : this(id, name, JsonSerializer.Serialize(arguments))
    {
    }

    /// <summary>A streamed answer that makes these calls.</summary>
    public static FakeReply Answer(params FakeCall[] calls) => Cut(calls).ThenSend(FakeAnswer.Finish("tool_calls") + FakeAnswer.Done);

    /// <summary>The same, but for its end: the connection closes as if that were all.</summary>
    public static FakeReply Cut(params FakeCall[] calls) =>
        new(200, "text/event-stream", [.. calls.SelectMany((call, index) => call.Deltas(index)).Select(FakeStep.Send)]);

    private IEnumerable<string> Deltas(int index)
    {
        yield return FakeAnswer.ToolDelta(index, Id, Name, "");
        for (var (start, length) = (0, 1); start < Arguments.Length; start += length, length = (length % 4) + 1)
        {
            yield return FakeAnswer.ToolDelta(index, null, null, Arguments.Substring(start, Math.Min(length, Arguments.Length - start)));
        }
    }
}
