using System.Net;
using System.Text;
using Assistant.Core.Model;
using Assistant.Tests.Fakes;

namespace Assistant.Tests.Model;

public sealed class RateLimitsTests
{
    private readonly ManualTime _time = new();

    [Fact]
    public async Task What_OpenAI_and_Groq_say_is_left_is_known()
    {
        var limits = await LimitsAsync(
            ("x-ratelimit-limit-requests", "60"), ("x-ratelimit-remaining-requests", "59"), ("x-ratelimit-reset-requests", "1s"),
            ("x-ratelimit-limit-tokens", "150000"), ("x-ratelimit-remaining-tokens", "149984"), ("x-ratelimit-reset-tokens", "6m0s"));

        Assert.Equal(
            [new("requests", 60, 59, TimeSpan.FromSeconds(1)), new("tokens", 150_000, 149_984, TimeSpan.FromMinutes(6))],
            limits!.All);
        Assert.Equal("59 of 60 requests, 149,984 of 150,000 tokens", limits.ToString());
        Assert.Equal("requests", limits.Tightest.Of);
        Assert.Equal(_time.GetUtcNow(), limits.At);
    }

    [Fact]
    public async Task What_Cerebras_says_is_left_is_known()
    {
        var limits = await LimitsAsync(
            ("x-ratelimit-limit-requests-day", "14400"), ("x-ratelimit-limit-tokens-minute", "60000"),
            ("x-ratelimit-remaining-requests-day", "14399"), ("x-ratelimit-remaining-tokens-minute", "59000"),
            ("x-ratelimit-reset-requests-day", "33011.382867"), ("x-ratelimit-reset-tokens-minute", "11.38"));

        Assert.Equal("14,399 of 14,400 requests a day, 59,000 of 60,000 tokens a minute", limits!.ToString());
        Assert.Equal(TimeSpan.FromSeconds(11.38), limits.Tightest.Reset);
    }

    [Theory]
    [InlineData("1767268830", 30.0)]       // seconds since 1970
    [InlineData("1767268830000", 30.0)]    // milliseconds since 1970
    [InlineData("1767268000", 0.0)]
    [InlineData("30", 30.0)]
    [InlineData("30.5", 30.5)]
    [InlineData("250ms", 0.25)]
    [InlineData("1h2m3.5s", 3723.5)]
    [InlineData("2d", 172_800.0)]
    [InlineData("soon", null)]
    [InlineData("", null)]
    [InlineData("NaN", null)]
    [InlineData("-5", 0.0)]
    [InlineData("999999999d", 31_622_400.0)]
    public async Task A_reset_is_read_in_any_of_its_forms(string value, double? seconds)
    {
        var limits = await LimitsAsync(("X-RateLimit-Limit", "10"), ("X-RateLimit-Remaining", "9"), ("X-RateLimit-Reset", value));

        Assert.Equal(seconds is { } known ? TimeSpan.FromSeconds(known) : null, Assert.Single(limits!.All).Reset);
    }

    [Theory]
    [InlineData("many", null)]
    [InlineData("1e400", null)]
    [InlineData("-3", -3L)]
    [InlineData("7.9", 7L)]
    [InlineData("100, 100;w=60", 100L)]
    public async Task Nonsense_is_not_a_number(string value, long? remaining) =>
        Assert.Equal(remaining, Assert.Single((await LimitsAsync(("x-ratelimit-remaining-tokens", value)))!.All).Remaining);

    [Fact]
    public async Task An_endpoint_that_says_nothing_has_no_limits() => Assert.Null(await LimitsAsync(("x-ratelimit", "1"), ("x-request-id", "a")));

    [Fact]
    public async Task A_limit_that_is_used_up_names_the_wait()
    {
        var failure = await FailAsync(
            "Slow down",
            ("x-ratelimit-limit-requests-day", "14400"), ("x-ratelimit-remaining-requests-day", "14399"), ("x-ratelimit-reset-requests-day", "33011.38"),
            ("x-ratelimit-limit-tokens-minute", "60000"), ("x-ratelimit-remaining-tokens-minute", "12"), ("x-ratelimit-reset-tokens-minute", "11.5"));

        Assert.Equal(TimeSpan.FromSeconds(11.5), failure.RetryAfter);
        Assert.Contains("try again in 11.5 s.", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_day_that_is_used_up_is_told_in_hours() =>
        Assert.Contains(
            "try again in 9.2 hours.",
            (await FailAsync("", ("x-ratelimit-remaining-requests-day", "0"), ("x-ratelimit-reset-requests-day", "33011.38"))).Message,
            StringComparison.Ordinal);

    [Fact]
    public async Task A_limit_with_something_left_names_no_wait() =>
        Assert.Null((await FailAsync("", ("x-ratelimit-remaining-requests", "9"), ("x-ratelimit-limit-requests", "10"), ("x-ratelimit-reset-requests", "1h"))).RetryAfter);

    [Fact]
    public async Task A_reset_alone_is_the_wait() =>
        Assert.Equal(TimeSpan.FromSeconds(3), (await FailAsync("", ("x-ratelimit-reset-tokens", "3s"))).RetryAfter);

    [Fact]
    public async Task A_wait_that_is_asked_for_counts_more_than_a_reset() =>
        Assert.Equal(
            TimeSpan.FromMilliseconds(900),
            (await FailAsync("", ("retry-after-ms", "900"), ("retry-after", "5"), ("x-ratelimit-remaining-tokens", "0"), ("x-ratelimit-reset-tokens", "3s"))).RetryAfter);

    [Theory]
    [InlineData("Rate limit reached. Please try again in 7.5s. Visit the site.", 7.5)]
    [InlineData("Please retry after 20 s", 20.0)]
    [InlineData("Try again in 1m 2s", 62.0)]
    [InlineData("Please try again in a moment", null)]
    [InlineData("Try again in 5 stars", null)]
    public async Task A_wait_in_words_is_understood(string words, double? seconds) =>
        Assert.Equal(seconds is { } known ? TimeSpan.FromSeconds(known) : null, (await FailAsync(words)).RetryAfter);

    private async Task<RateLimits?> LimitsAsync(params (string Name, string Value)[] headers)
    {
        var client = Wire.Client(Handler(HttpStatusCode.OK, FakeAnswer.Whole("Hello", "stop", FakeAnswer.Usage(1, 1)), headers), time: _time);
        await Wire.AskAsync(client, isStreamed: false);
        return client.RateLimits;
    }

    private async Task<ModelException> FailAsync(string words, params (string Name, string Value)[] headers)
    {
        var body = $$"""{"message":"{{words}}"}""";
        var client = Wire.Client(Handler(HttpStatusCode.TooManyRequests, body, headers), time: _time);
        return (await Wire.AskAsync(client, isStreamed: true)).Failure!;
    }

    private static WireHandler Handler(HttpStatusCode status, string body, (string Name, string Value)[] headers)
    {
        var handler = new WireHandler(() => WireStream.Of(Encoding.UTF8.GetBytes(body)), status, "application/json");
        foreach (var (name, value) in headers)
        {
            handler.Headers.Add(name, value);
        }

        return handler;
    }
}
