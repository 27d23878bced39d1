using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Assistant.Tests.Fakes;

/// <summary>
/// The ears and the voice of the fake server: what it hears is always the same, or what a test enqueued; what it says is a tone as long as the words would
/// take, sent piece by piece.
/// </summary>
public sealed class FakeAudio(TimeProvider time)
{
    private readonly ConcurrentQueue<FakeRecording> _recordings = new();
    private readonly ConcurrentQueue<FakeSpeech> _speeches = new();
    private readonly ConcurrentQueue<FakeReply> _hearings = new();
    private readonly ConcurrentQueue<FakeReply> _sayings = new();
    private readonly SemaphoreSlim _recorded = new(0);
    private readonly SemaphoreSlim _asked = new(0);

    /// <summary>What it understands of any recording.</summary>
    public string Transcript { get; set; } = "What does the total method do?";

    /// <summary>The recordings so far.</summary>
    public IReadOnlyList<FakeRecording> Recordings => [.. _recordings];

    /// <summary>What it was asked to say so far.</summary>
    public IReadOnlyList<FakeSpeech> Speeches => [.. _speeches];

    /// <summary>What the next recordings are answered with.</summary>
    public void EnqueueHearing(params FakeReply[] replies) => Array.ForEach(replies, _hearings.Enqueue);

    /// <summary>What the next texts are answered with.</summary>
    public void EnqueueSaying(params FakeReply[] replies) => Array.ForEach(replies, _sayings.Enqueue);

    /// <summary>Ends when the next recording that nobody waited for yet has arrived.</summary>
    public Task RecordedAsync(CancellationToken cancellationToken) => _recorded.WaitAsync(cancellationToken);

    /// <summary>Ends when the next text to say that nobody waited for yet has arrived.</summary>
    public Task AskedToSayAsync(CancellationToken cancellationToken) => _asked.WaitAsync(cancellationToken);

    internal void MapTo(WebApplication app)
    {
        app.MapPost("/v1/audio/transcriptions", HearAsync).DisableAntiforgery();
        app.MapPost("/v1/audio/speech", SayAsync);
    }

    private async Task HearAsync(HttpContext context)
    {
        var arrived = Stopwatch.GetTimestamp();
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var file = form.Files["file"]!;
        using var sound = new MemoryStream();
        await file.CopyToAsync(sound, context.RequestAborted);
        _recordings.Enqueue(new FakeRecording(sound.ToArray(), file.FileName, file.ContentType, form["model"]!, form["prompt"], arrived));
        _recorded.Release();
        await PlayAsync(context, _hearings, () => Results.Json(new { text = Transcript }).ExecuteAsync(context));
    }

    private async Task SayAsync(HttpContext context)
    {
        var arrived = Stopwatch.GetTimestamp();
        var body = await JsonSerializer.DeserializeAsync<JsonElement>(context.Request.Body, cancellationToken: context.RequestAborted);
        var text = body.GetProperty("input").GetString()!;
        _speeches.Enqueue(new FakeSpeech(text, body, arrived));
        _asked.Release();
        await PlayAsync(context, _sayings, () => SendToneAsync(context, text));
    }

    private async Task PlayAsync(HttpContext context, ConcurrentQueue<FakeReply> scripted, Func<Task> otherwise)
    {
        try
        {
            await (scripted.TryDequeue(out var reply) ? FakePlayer.PlayAsync(context, reply, time) : otherwise());
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The caller went away, as it may.
        }
    }

    private static async Task SendToneAsync(HttpContext context, string text)
    {
        context.Response.ContentType = "audio/wav";
        foreach (var piece in FakeTone.Of(text).Chunk(FakeTone.PieceBytes))
        {
            await context.Response.Body.WriteAsync(piece, context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
        }
    }
}
