using System.Diagnostics;
using System.Net;
using System.Text;
using Assistant.Core;
using Assistant.Core.Ask;
using Assistant.Core.Replies;
using Assistant.Tests.Fakes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Assistant.Bench;

/// <summary>
/// A whole Ask (prompt, plan, call, reading, reply) against a server on loopback, and a bare HttpClient that sends and receives the same bytes. Taken in
/// turns, so that whatever else the machine does meets both.
/// </summary>
internal sealed class AskOverhead : IAsyncDisposable
{
    private const int WarmUps = 300;
    private const int Pairs = 2_000;

    private static readonly byte[] Answer = Encoding.UTF8.GetBytes(FakeAnswer.Whole("Use a loop.", "stop", FakeAnswer.Usage(100, 5)));

    private readonly WebApplication _server;
    private readonly ServiceProvider _services;
    private readonly HttpClient _http = new();
    private byte[] _request = [];

    private AskOverhead(WebApplication server)
    {
        _server = server;
        server.MapPost("/v1/chat/completions", AnswerAsync);
        _services = new ServiceCollection()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection([new("Assistant:Model:Name", "fake")]).Build())
            .AddLogging(logging => logging.ClearProviders())
            .AddAssistant()
            .BuildServiceProvider();
    }

    /// <summary>Medians in milliseconds.</summary>
    public static async Task<(double Ask, double Bare)> MeasureAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        await using var overhead = new AskOverhead(builder.Build());
        return await overhead.RunAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _services.DisposeAsync();
        await _server.DisposeAsync();
    }

    private async Task<(double Ask, double Bare)> RunAsync()
    {
        await _server.StartAsync();
        var endpoint = new Uri(_server.Urls.Single() + "/v1");
        _services.GetRequiredService<Core.Model.ModelSelection>().Use(new Core.Model.ModelOptions { Endpoint = endpoint, Name = "fake" });
        var address = new Uri(endpoint + "/chat/completions");

        var (asks, bares) = (new List<double>(), new List<double>());
        for (var i = -WarmUps; i < Pairs; i++)
        {
            var ask = await TimeAsync(AskAsync);
            var bare = await TimeAsync(() => SendAsync(address));
            if (i >= 0)
            {
                asks.Add(ask);
                bares.Add(bare);
            }
        }

        return (Median(asks), Median(bares));
    }

    private async Task AskAsync()
    {
        var reply = _services.GetRequiredService<ReplyRunner>().Start<AskService>(
            Owner.Local,
            conversationId: null,
            async (ask, reply, cancellationToken) =>
            {
                await ask.AnswerAsync(new Question("Is it safe?", null, null), reply, cancellationToken);
                return null;
            });
        await reply.Ended;
        if (reply.State != ReplyState.Done)
        {
            throw new InvalidOperationException($"The reply is {reply.State}.");
        }
    }

    private async Task SendAsync(Uri address)
    {
        using var content = new ByteArrayContent(_request);
        content.Headers.ContentType = new("application/json");
        using var response = await _http.PostAsync(address, content);
        await response.Content.ReadAsByteArrayAsync();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        _request = body.ToArray();
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = Answer.Length;
        await context.Response.Body.WriteAsync(Answer);
    }

    private static async Task<double> TimeAsync(Func<Task> step)
    {
        var started = Stopwatch.GetTimestamp();
        await step();
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
