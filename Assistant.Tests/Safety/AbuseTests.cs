using System.Net;
using System.Net.Http.Json;
using System.Text;
using Assistant.Tests.Browser;
using Assistant.Tests.Fakes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Assistant.Tests.Safety;

/// <summary>Requests that nobody means well with, on a real server with limits that a test can wait for.</summary>
public sealed class AbuseTests : IAsyncDisposable
{
    private const int BodyBytes = 64 * 1024;

    private readonly CapturedLog _log = new();
    private readonly KestrelFactory _app;

    public AbuseTests() => _app = new KestrelFactory
    {
        Replacements = services => services.AddSingleton<ILoggerProvider>(_log),
        Settings =
        {
            ["Assistant:Limits:BodyBytes"] = $"{BodyBytes}",
            ["Assistant:Limits:HeadersTimeout"] = "00:00:01",
            ["Assistant:Limits:BodyBytesPerSecond"] = "100000",
            ["Assistant:Limits:BodyGrace"] = "00:00:02",
            ["Assistant:Limits:IdleConnectionTime"] = "00:00:01",
        },
    };

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    [Theory]
    [InlineData("Content-Length: 1000000")]
    [InlineData("Content-Length: 99999999999")]
    public async Task A_body_that_says_it_is_too_large_is_refused_before_it_is_sent(string length)
    {
        using var connection = await RawConnection.OpenAsync(_app.Address);

        await connection.SendAsync(Post("/api/ask", length));

        Assert.Contains(" 413 ", await connection.ReadStatusAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_that_does_not_say_how_large_it_is_is_refused_once_it_is_and_in_words()
    {
        using var connection = await RawConnection.OpenAsync(_app.Address);

        await connection.SendAsync(Post("/api/ask", "Transfer-Encoding: chunked") + $"{BodyBytes + 1:x}\r\n{{\"question\":\"{new string('x', BodyBytes - 12)}\r\n");
        var answer = await connection.ReadToEndAsync();

        Assert.StartsWith("HTTP/1.1 413 ", answer, StringComparison.Ordinal);
        Assert.Contains("The body is larger than 0.06 MB. Send less at once.", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Headers_without_an_end_are_refused()
    {
        using var connection = await RawConnection.OpenAsync(_app.Address);

        await connection.SendAsync($"GET / HTTP/1.1\r\nHost: localhost\r\nX-Long: {new string('x', 40_000)}\r\n");

        Assert.Contains(" 431 ", await connection.ReadStatusAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GET / HTTP/1.1\r\n\r\n")]
    [InlineData("GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n")]
    [InlineData("GET / HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\n\r\n")]
    [InlineData("GET http://evil.example/ HTTP/1.1\r\nHost: localhost\r\n\r\n")]
    [InlineData("nonsense\r\n\r\n")]
    [InlineData("POST /api/ask HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n")]
    [InlineData("POST /api/ask HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n")]
    public async Task What_is_no_request_of_ours_is_a_bad_one(string request)
    {
        using var connection = await RawConnection.OpenAsync(_app.Address);

        await connection.SendAsync(request);

        Assert.Contains(" 400 ", await connection.ReadStatusAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/ask")]
    [InlineData("/api/generate")]
    [InlineData("/api/refactor")]
    [InlineData("/api/agent")]
    public async Task A_missing_body_and_one_of_another_type_are_told_in_words(string path)
    {
        using var http = _app.CreateClient();

        using var missing = await http.PostAsync(new Uri(path, UriKind.Relative), new StringContent("", Encoding.UTF8, "application/json"));

        Assert.Equal(HttpStatusCode.BadRequest, missing.StatusCode);
        Assert.NotEmpty((await missing.Content.ReadFromJsonAsync<ProblemDetails>())!.Detail!);
        foreach (var type in (string?[])["application/x-www-form-urlencoded", "application/json; charset=nonsense", null])
        {
            using var content = new ByteArrayContent("{}"u8.ToArray());
            content.Headers.TryAddWithoutValidation("Content-Type", type);
            using var other = await http.PostAsync(new Uri(path, UriKind.Relative), content);

            Assert.Equal(HttpStatusCode.UnsupportedMediaType, other.StatusCode);
            Assert.Equal("Send the body as application/json.", (await other.Content.ReadFromJsonAsync<ProblemDetails>())!.Detail);
        }
    }

    [Fact]
    public async Task Headers_that_drip_are_dropped()
    {
        using var connection = await RawConnection.OpenAsync(_app.Address);

        await connection.SendAsync("GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: ");

        Assert.DoesNotContain(" 200 ", await connection.ReadToEndAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_that_drips_is_dropped()
    {
        using var connection = await RawConnection.OpenAsync(_app.Address);

        await connection.SendAsync(Post("/api/ask", "Content-Length: 60000") + "{\"question\":\"");

        Assert.StartsWith("HTTP/1.1 408 ", await connection.ReadToEndAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain(_log.Lines, line => line.StartsWith("Error", StringComparison.Ordinal)
            || (line.StartsWith("Warning", StringComparison.Ordinal) && !line.Contains("heartbeat", StringComparison.Ordinal))); // that of a machine with no time
    }

    [Fact]
    public async Task A_connection_that_waits_for_nothing_is_closed()
    {
        using var connection = await RawConnection.OpenAsync(_app.Address);

        await connection.SendAsync("GET /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n");

        Assert.Contains("Healthy", await connection.ReadToEndAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Five_hundred_sockets_that_say_nothing_keep_nobody_waiting()
    {
        var idle = await Task.WhenAll(Enumerable.Range(0, 500).Select(_ => RawConnection.OpenAsync(_app.Address)));
        try
        {
            using var http = _app.CreateClient();

            Assert.Equal("Healthy", await http.GetStringAsync(new Uri("/health/live", UriKind.Relative)));
            Assert.Contains("<html", await http.GetStringAsync(new Uri("/", UriKind.Relative)), StringComparison.Ordinal);
        }
        finally
        {
            Array.ForEach(idle, connection => connection.Dispose());
        }
    }

    [Fact]
    public async Task One_connection_too_many_is_closed_at_once()
    {
        await using var app = new KestrelFactory { Settings = { ["Assistant:Limits:Connections"] = "2" } };
        using var first = await RawConnection.OpenAsync(app.Address);
        await first.SendAsync("GET /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n");
        Assert.Contains(" 200 ", await first.ReadStatusAsync(), StringComparison.Ordinal);
        using var second = await RawConnection.OpenAsync(app.Address);
        await second.SendAsync("GET /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n");
        Assert.Contains(" 200 ", await second.ReadStatusAsync(), StringComparison.Ordinal);

        using var third = await RawConnection.OpenAsync(app.Address);

        Assert.Equal("", await third.ReadToEndAsync());
    }

    private static string Post(string path, string length) => $"POST {path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n{length}\r\n\r\n";
}
