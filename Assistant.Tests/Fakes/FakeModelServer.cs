using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Assistant.Tests.Fakes;

/// <summary>
/// An OpenAI-compatible server on loopback. It plays what a test enqueued; with nothing enqueued it writes Markdown at the speed its models are named
/// after, about 200 events a second, each with many tokens or none.
/// </summary>
public sealed class FakeModelServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly TimeProvider _time;
    private readonly ConcurrentQueue<Func<FakeRequest, FakeReply>> _replies = new();
    private readonly ConcurrentQueue<FakeRequest> _requests = new();
    private readonly SemaphoreSlim _arrived = new(0);
    private readonly SemaphoreSlim _modelsAsked = new(0);
    private readonly ConcurrentDictionary<string, bool> _connections = new();
    private int _faulty;

    private FakeModelServer(WebApplication app, TimeProvider time)
    {
        (_app, _time) = (app, time);
        app.MapGet("/v1/models", ListModels);
        app.MapPost("/v1/chat/completions", AnswerAsync);
        Audio = new FakeAudio(time);
        Audio.MapTo(app);
    }

    /// <summary>What /v1/models lists; the first is what a client without a configured name uses.</summary>
    public IReadOnlyList<string> Models { get; set; } = ["fake-2000", "fake-10000", "fake-100", "fake-slow", "fake-faulty"];

    /// <summary>Its ears and its voice.</summary>
    public FakeAudio Audio { get; }

    /// <summary>The base address, /v1 included.</summary>
    public Uri Endpoint { get; private set; } = new("http://localhost/v1");

    /// <summary>The chat requests so far.</summary>
    public IReadOnlyList<FakeRequest> Requests => [.. _requests];

    /// <summary>The connections that requests came over, so far.</summary>
    public int Connections => _connections.Count;

    /// <param name="port">0 takes any free one.</param>
    /// <param name="time">What scripted waits are measured with; the speed of unscripted answers is always real.</param>
    public static async Task<FakeModelServer> StartAsync(int port = 0, TimeProvider? time = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port));
        var server = new FakeModelServer(builder.Build(), time ?? TimeProvider.System);
        await server._app.StartAsync();
        var address = server._app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        server.Endpoint = new Uri(address + "/v1");
        return server;
    }

    public void Enqueue(params FakeReply[] replies)
    {
        foreach (var reply in replies)
        {
            Enqueue(_ => reply);
        }
    }

    public void Enqueue(Func<FakeRequest, FakeReply> reply) => _replies.Enqueue(reply);

    /// <summary>Ends when the next chat request that nobody waited for yet has arrived.</summary>
    public Task RequestArrivedAsync(CancellationToken cancellationToken) => _arrived.WaitAsync(cancellationToken);

    /// <summary>Ends when the next request for the models that nobody waited for yet has arrived.</summary>
    public Task ModelsAskedAsync(CancellationToken cancellationToken) => _modelsAsked.WaitAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(new CancellationToken(canceled: true));
        await _app.DisposeAsync();
        _arrived.Dispose();
        _modelsAsked.Dispose();
    }

    private IResult ListModels(HttpContext context)
    {
        _connections[context.Connection.Id] = true;
        _modelsAsked.Release();
        return Results.Json(new { @object = "list", data = Models.Select(id => new { id, @object = "model" }) });
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var times = new FakeTimes();
        _connections[context.Connection.Id] = true;
        var body = await JsonSerializer.DeserializeAsync<JsonElement>(context.Request.Body, cancellationToken: context.RequestAborted);
        var headers = context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        var request = new FakeRequest(body, headers, _time.GetUtcNow()) { Times = times };
        _requests.Enqueue(request);
        _arrived.Release();

        try
        {
            await SendAsync(context, request);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The caller went away, as it may.
        }
    }

    private Task SendAsync(HttpContext context, FakeRequest request) =>
        _replies.TryDequeue(out var scripted) ? FakePlayer.PlayAsync(context, scripted(request), _time)
        : request.Model == "fake-faulty" ? FakePlayer.PlayAsync(context, NextFault(), _time)
        : FakeSpeed.Of(request.Model).WriteAsync(context, request);

    private FakeReply NextFault() => FakeFaults.All[(Interlocked.Increment(ref _faulty) - 1) % FakeFaults.All.Count];
}
