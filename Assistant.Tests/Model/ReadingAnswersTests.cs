using System.Text;
using Assistant.Core.Model;
using Assistant.Tests.Fakes;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.AI;

namespace Assistant.Tests.Model;

public sealed class ReadingAnswersTests
{
    [Theory]
    [MemberData(nameof(WireCases.All), MemberType = typeof(WireCases))]
    public async Task A_streamed_call_understands(WireCase wire) => Check(wire, await Wire.AskAsync(Wire.Client(wire.Body), isStreamed: true));

    [Theory]
    [MemberData(nameof(WireCases.All), MemberType = typeof(WireCases))]
    public async Task A_whole_call_understands(WireCase wire) => Check(wire, await Wire.AskAsync(Wire.Client(wire.Body), isStreamed: false));

    [Theory]
    [MemberData(nameof(WireCases.All), MemberType = typeof(WireCases))]
    public async Task It_does_not_matter_when_each_byte_arrives(WireCase wire)
    {
        var bytes = Encoding.UTF8.GetBytes(wire.Body).Select(value => new[] { value }).ToList();

        var seen = await Wire.AskAsync(Wire.Client(new WireHandler(() => WireStream.Of(bytes))), isStreamed: true);

        Check(wire, seen);
    }

    [Fact]
    public void Any_cut_of_a_stream_into_chunks_reads_the_same()
    {
        var answers =
            from texts in Gen.Elements("a", "né", "😀", "\\ud83d\\ude00", "\\n```csharp\\n", "", "{", "data: x", "你好").ListOf()
            from lineEnd in Gen.Elements("\n", "\r\n", "\r")
            from hasTools in Gen.Elements(true, false)
            from hasDone in Gen.Elements(true, false)
            select Encoding.UTF8.GetBytes(Stream(texts, hasTools, hasDone).Replace("\n", lineEnd));
        var cuts = Gen.Choose(1, 40).ListOf();

        Prop.ForAll(Arb.From(answers.SelectMany(answer => cuts.Select(sizes => (answer, sizes)))), Property).QuickCheckThrowOnFailure();

        static bool Property((byte[] Answer, List<int> Sizes) given)
        {
            var whole = Ask(given.Answer);
            var cut = Ask([.. Cut(given.Answer, given.Sizes)]);
            return whole.Failure is null && whole == cut;
        }

        static Seen Ask(params byte[][] chunks) =>
            Wire.AskAsync(Wire.Client(new WireHandler(() => WireStream.Of(chunks))), isStreamed: true).GetAwaiter().GetResult();
    }

    [Fact]
    public async Task A_character_split_over_events_inside_its_bytes_comes_out_whole()
    {
        var smiley = Encoding.UTF8.GetBytes("😀");
        byte[] first = [.. "data: {\"choices\":[{\"delta\":{\"content\":\"a"u8, .. smiley[..2], .. "\"}}]}\n\n"u8];
        byte[] second = [.. "data: {\"choices\":[{\"delta\":{\"content\":\""u8, .. smiley[2..], .. "b\"},\"finish_reason\":\"stop\"}]}\n\n"u8];

        var seen = await Wire.AskAsync(Wire.Client(new WireHandler(() => WireStream.Of(first, second))), isStreamed: true);

        Assert.Equal("a😀b", seen.Text);
    }

    [Fact]
    public async Task Text_is_handed_over_as_it_arrives()
    {
        var wire = new WireStream();
        await using var updates = Wire.Client(new WireHandler(() => wire)).GetStreamingResponseAsync(Wire.Question).GetAsyncEnumerator();

        wire.Send(Encoding.UTF8.GetBytes(WireCases.Delta("Hello")));
        Assert.True(await updates.MoveNextAsync());

        Assert.Equal("Hello", updates.Current.Text);
    }

    [Fact]
    public async Task Finish_reason_usage_and_timing_come_with_the_last_update()
    {
        const string TimeInfo = ",\"usage\":{\"prompt_tokens\":1,\"completion_tokens\":2},\"time_info\":{\"queue_time\":0.25,\"prompt_time\":0.001,\"completion_time\":\"1.5\"}";
        var body = WireCases.Delta("Hello") + "data: {\"choices\":[{\"delta\":{},\"finish_reason\":\"stop\"}]" + TimeInfo + "}\n\n";

        var updates = await Wire.Client(body).GetStreamingResponseAsync(Wire.Question).ToListAsync();

        Assert.Equal(2, updates.Count);
        Assert.Null(updates[0].FinishReason);
        Assert.Equal(ChatFinishReason.Stop, updates[1].FinishReason);
        Assert.Equal(2, Assert.Single(updates[1].Contents.OfType<UsageContent>()).Details.OutputTokenCount);
        Assert.Equal(
            new EndpointTiming(TimeSpan.FromMilliseconds(250), TimeSpan.FromMilliseconds(1), TimeSpan.FromMilliseconds(1500)),
            EndpointTiming.Of(updates[1].AdditionalProperties));
    }

    [Fact]
    public async Task The_timings_of_llama_cpp_are_milliseconds()
    {
        var body = """{"choices":[{"message":{"content":"Hello"},"finish_reason":"stop"}],"timings":{"prompt_ms":12.5,"predicted_ms":800}}""";

        var response = await Wire.Client(body).GetResponseAsync(Wire.Question);

        Assert.Equal(new EndpointTiming(null, TimeSpan.FromMilliseconds(12.5), TimeSpan.FromMilliseconds(800)), EndpointTiming.Of(response.AdditionalProperties));
    }

    [Fact]
    public async Task A_whole_answer_carries_usage_and_one_message()
    {
        var response = await Wire.Client(FakeAnswer.Whole("Hello", "stop", FakeAnswer.Usage(4, 5), "named")).GetResponseAsync(Wire.Question);

        Assert.Equal("Hello", Assert.Single(response.Messages).Text);
        Assert.Equal(("named", 4, 5), (response.ModelId, response.Usage!.InputTokenCount, response.Usage.OutputTokenCount));
    }

    private static void Check(WireCase wire, Seen seen)
    {
        Assert.Null(seen.Failure);
        Assert.Equal(
            new Seen(wire.Text, wire.Reasoning, wire.ToolCalls, wire.FinishReason, wire.Usage, wire.Model, wire.Role, null),
            seen);
    }

    private static string Stream(IEnumerable<string> texts, bool hasTools, bool hasDone) =>
        ": hello\n\n"
        + string.Concat(texts.Select(WireCases.Delta))
        + (hasTools ? "data: {\"choices\":[{\"delta\":{\"tool_calls\":[{\"index\":0,\"id\":\"a\",\"function\":{\"name\":\"f\",\"arguments\":\"{\\\"x\\\":\\\"é\\\"}\"}}]}}]}\n\n" : "")
        + "data: {\"choices\":[{\"delta\":{},\"finish_reason\":\"stop\"}]}\n\n"
        + "data: {\"choices\":[],\ndata: \"usage\":{\"prompt_tokens\":3,\"completion_tokens\":4}}\n\n"
        + (hasDone ? "data: [DONE]\n\n" : "");

    private static IEnumerable<byte[]> Cut(byte[] bytes, List<int> sizes)
    {
        var start = 0;
        foreach (var size in sizes.Where(size => start + size < bytes.Length))
        {
            yield return bytes[start..(start + size)];
            start += size;
        }

        yield return bytes[start..];
    }
}
