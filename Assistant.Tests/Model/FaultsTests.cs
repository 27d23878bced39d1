using System.Net;
using System.Text;
using Assistant.Core.Model;
using Assistant.Tests.Fakes;

namespace Assistant.Tests.Model;

public sealed class FaultsTests
{
    [Theory]
    [MemberData(nameof(FaultCases.All), MemberType = typeof(FaultCases))]
    public Task A_streamed_call_fails_plainly_on(FaultCase fault) => CheckAsync(fault, isStreamed: true);

    [Theory]
    [MemberData(nameof(FaultCases.All), MemberType = typeof(FaultCases))]
    public Task A_whole_call_fails_plainly_on(FaultCase fault) => CheckAsync(fault, isStreamed: false);

    [Fact]
    public void There_are_well_over_a_hundred_faults_and_no_two_are_the_same()
    {
        var faults = ((IEnumerable<object[]>)FaultCases.All).Select(row => (FaultCase)row[0]).ToList();

        Assert.InRange(faults.Count, 150, int.MaxValue);
        Assert.Distinct(faults.Select(fault => fault.Name));
        Assert.Distinct(faults.Select(fault => (fault.Status, fault.Body)));
    }

    [Theory]
    [InlineData("retry-after", "7", 7_000)]
    [InlineData("retry-after", "1.5", 1_500)]
    [InlineData("retry-after", "Thu, 01 Jan 2026 12:00:30 GMT", 30_000)]
    [InlineData("retry-after", "Thu, 01 Jan 2026 11:00:00 GMT", 0)]
    [InlineData("retry-after-ms", "250", 250)]
    public async Task A_wait_that_the_endpoint_asks_for_is_told(string header, string value, int milliseconds)
    {
        var handler = Failing(429, """{"error":{"message":"Slow down"}}""");
        handler.Headers.Add(header, value);

        var seen = await Wire.AskAsync(Wire.Client(handler, time: new ManualTime()), isStreamed: true);

        Assert.Equal(TimeSpan.FromMilliseconds(milliseconds), seen.Failure!.RetryAfter);
    }

    [Fact]
    public async Task A_failure_carries_status_and_request_id()
    {
        var handler = Failing(500, "");
        handler.Headers.Add("x-request-id", "req_42");

        var seen = await Wire.AskAsync(Wire.Client(handler), isStreamed: false);

        Assert.Equal((500, "req_42"), (seen.Failure!.StatusCode, seen.Failure.RequestId));
    }

    [Fact]
    public async Task Long_words_are_cut()
    {
        var seen = await Wire.AskAsync(Wire.Client(Failing(400, new string('x', 100_000))), isStreamed: true);

        Assert.InRange(seen.Failure!.Message.Length, 100, 600);
    }

    [Theory]
    [InlineData(Wire.Key)]
    [InlineData("sk-test-...WXYZ")]
    [InlineData("sk-test-****************WXYZ")]
    [InlineData("sk-test…WXYZ")]
    [InlineData("****WXYZ")]
    [InlineData("sk-test-0123")]
    [InlineData("sk-proj-another0123456789key")]
    [InlineData("SK-TEST-0123456789ABCDEFWXYZ")]
    public async Task A_key_that_is_echoed_is_never_shown(string echo)
    {
        var body = """{"error":{"message":"Incorrect API key provided: ECHO. Find yours in the dashboard.","code":"invalid_api_key"}}""".Replace("ECHO", echo);

        var whole = await Wire.AskAsync(Wire.Client(Failing(401, body)), isStreamed: false);
        var streamed = await Wire.AskAsync(Wire.Client(Failing(200, $"data: {body}\n\n")), isStreamed: true);

        Assert.All([whole.Failure!, streamed.Failure!], failure =>
        {
            Assert.DoesNotContain(echo, failure.ToString(), StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("WXYZ", failure.ToString(), StringComparison.OrdinalIgnoreCase);
            Assert.Contains("[key]. Find yours in the dashboard.", failure.Message, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task A_short_key_does_not_eat_ordinary_words()
    {
        var options = new ModelOptions { Endpoint = new Uri("https://model.test/v1"), ApiKey = "llama", Name = "configured" };

        var seen = await Wire.AskAsync(Wire.Client(Failing(401, "llamas need no llama here"), options), isStreamed: false);

        Assert.Contains("“llamas need no [key] here”", seen.Failure!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_key_is_asked_for_and_no_key_is_sent()
    {
        var handler = Failing(401, "");

        var seen = await Wire.AskAsync(Wire.Client(handler, new ModelOptions { Endpoint = new Uri("https://model.test/v1"), Name = "m" }), isStreamed: false);

        Assert.Contains("wants a key: give it one in Settings or Assistant:Model:ApiKey", seen.Failure!.Message, StringComparison.Ordinal);
        Assert.Null(Assert.Single(handler.Requests).Headers.Authorization);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_connection_that_breaks_keeps_the_text(bool isStreamed)
    {
        var wire = new WireStream();
        wire.Send(Encoding.UTF8.GetBytes(WireCases.Delta("Hello")));
        wire.Break();

        var seen = await Wire.AskAsync(Wire.Client(new WireHandler(() => wire)), isStreamed);

        Assert.Equal(("Hello", ModelFault.Incomplete), (seen.Text, seen.Failure!.Kind));
    }

    [Fact]
    public async Task A_connection_that_breaks_after_the_finish_reason_breaks_nothing()
    {
        var wire = new WireStream();
        wire.Send(Encoding.UTF8.GetBytes(WireCases.Delta("Hello") + FakeAnswer.Finish("stop")));
        wire.Break();

        var seen = await Wire.AskAsync(Wire.Client(new WireHandler(() => wire)), isStreamed: true);

        Assert.Null(seen.Failure);
        Assert.Equal(("Hello", "stop"), (seen.Text, seen.FinishReason));
    }

    [Fact]
    public async Task A_whole_answer_whose_connection_breaks_keeps_the_text()
    {
        var wire = new WireStream();
        wire.Send("""{"choices":[{"message":{"content":"Hel"""u8.ToArray());
        wire.Break();

        var seen = await Wire.AskAsync(Wire.Client(new WireHandler(() => wire)), isStreamed: false);

        Assert.Equal(("Hel", ModelFault.Incomplete), (seen.Text, seen.Failure!.Kind));
    }

    private static async Task CheckAsync(FaultCase fault, bool isStreamed)
    {
        var body = fault.Body;
        var handler = new WireHandler(() => WireStream.Of(Encoding.UTF8.GetBytes(body)), (HttpStatusCode)fault.Status, "text/plain");
        var client = Wire.Client(handler);

        var seen = await Wire.AskAsync(client, isStreamed);
        (handler.Status, body) = (HttpStatusCode.OK, FakeAnswer.Whole("Hello again", "stop", FakeAnswer.Usage(1, 2)));
        var next = await Wire.AskAsync(client, isStreamed);

        Assert.NotNull(seen.Failure);
        Assert.Equal(fault.Kind, seen.Failure.Kind);
        Assert.Contains(fault.Says, seen.Failure.Message, StringComparison.Ordinal);
        Assert.Equal(fault.Text, seen.Text);
        Assert.Equal("", seen.ToolCalls);
        Assert.Equal((null, "Hello again"), (next.Failure, next.Text));
    }

    private static WireHandler Failing(int status, string body) =>
        new(() => WireStream.Of(Encoding.UTF8.GetBytes(body)), (HttpStatusCode)status, "text/plain");
}
