using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;

namespace Assistant.Core.Model;

/// <summary>
/// A model behind an OpenAI-compatible endpoint. Each call is one attempt: it ends with a finish reason, or with a <see cref="ModelException"/> after all
/// the text that arrived. Finish reason, tool calls, usage and <see cref="EndpointTiming"/> come with the last update.
/// </summary>
public sealed partial class OpenAIChatClient : IChatClient
{
    private const string ProviderName = "openai";

    private readonly ModelConnection _connection;
    private readonly ModelName _name;
    private readonly EndpointQuirks _quirks;
    private readonly TimeProvider _time;
    private readonly ILogger<OpenAIChatClient> _logger;
    private readonly ChatSender _sender;

    /// <exception cref="InvalidOperationException">The connection has no endpoint.</exception>
    public OpenAIChatClient(ModelConnection connection, ModelName name, EndpointQuirks quirks, TimeProvider time, ILogger<OpenAIChatClient> logger)
    {
        if (!connection.HasEndpoint)
        {
            throw new InvalidOperationException("No model endpoint is configured.");
        }

        (_connection, _name, _quirks, _time, _logger) = (connection, name, quirks, time, logger);
        _sender = new ChatSender(connection, time, logger);
    }

    /// <summary>What the endpoint last said is left for its key; none while it has said nothing.</summary>
    public RateLimits? RateLimits => _sender.RateLimits;

    /// <exception cref="ModelException">The call failed; <see cref="ModelException.PartialText"/> holds what had arrived.</exception>
    public async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var updates = new List<ChatResponseUpdate>();
        try
        {
            await foreach (var update in AnswerAsync(messages, options, isStreamed: false, cancellationToken))
            {
                updates.Add(update);
            }
        }
        catch (ModelException failure) when (updates.Count > 0)
        {
            throw failure.With(string.Concat(updates.Select(update => update.Text)));
        }

        return updates.ToChatResponse();
    }

    /// <exception cref="ModelException">The call failed, after everything that arrived was handed over.</exception>
    public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        AnswerAsync(messages, options, isStreamed: true, cancellationToken);

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceKey is not null ? null
        : serviceType == typeof(ChatClientMetadata) ? new ChatClientMetadata(ProviderName, _connection.Options.Endpoint, _name.Known)
        : serviceType.IsInstanceOfType(this) ? this
        : null;

    /// <summary>Nothing to let go: the connection is shared and outlives this client.</summary>
    public void Dispose()
    {
    }

    private async IAsyncEnumerable<ChatResponseUpdate> AnswerAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options, bool isStreamed, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var model = options?.ModelId ?? await _name.GetAsync(cancellationToken);
        var request = new ChatRequest(messages, options, _connection.Options, _quirks, model, isStreamed);

        using var telemetry = CallTelemetry.Start(_connection.Options.Endpoint!, model, options, isStreamed, _time);
        using var call = new ModelCall(_connection.Options, model, _time, isStreamed, cancellationToken);
        await using var updates = AttemptAsync(call, request).GetAsyncEnumerator(CancellationToken.None);
        Func<ValueTask<bool>> next = updates.MoveNextAsync;
        while (await ReportFailureAsync(call.RunAsync(next), model, telemetry))
        {
            telemetry?.Saw(updates.Current);
            yield return updates.Current;
        }
    }

    private async IAsyncEnumerable<ChatResponseUpdate> AttemptAsync(ModelCall call, ChatRequest request)
    {
        var started = _time.GetTimestamp();
        using var reply = await _sender.SendAsync(call, request);
        var reader = new AnswerReader(request.ModelName, call.Faults);
        var bytes = new AnswerBytes(reply.Body, _connection.Options.MaxAnswerBytes, call);

        await foreach (var update in new AnswerEvents(bytes, reader, call.Faults).ReadAsync(call.Limits.Token))
        {
            if (update is not null)
            {
                call.Limits.Pause();
                yield return update;
            }

            call.Limits.ChunkRead(reader);
        }

        var end = reader.End();
        LogAnswer(_logger, request.ModelName, end.FinishReason?.Value, _time.GetElapsedTime(started).TotalMilliseconds);
        yield return end;
    }

    private async ValueTask<bool> ReportFailureAsync(ValueTask<bool> step, string model, CallTelemetry? telemetry)
    {
        try
        {
            return await step;
        }
        catch (ModelException failure)
        {
            // Not its message: an endpoint may quote the prompt.
            LogFailure(_logger, model, failure.Kind, failure.StatusCode, failure.RequestId);
            telemetry?.Failed(failure);
            throw;
        }
    }

    [LoggerMessage(LogLevel.Debug, "{Model} answered ({FinishReason}) in {Milliseconds:0} ms")]
    private static partial void LogAnswer(ILogger logger, string model, string? finishReason, double milliseconds);

    [LoggerMessage(LogLevel.Warning, "The call to {Model} failed: {Kind} (HTTP status {Status}, request {RequestId})")]
    private static partial void LogFailure(ILogger logger, string model, ModelFault kind, int? status, string? requestId);
}
