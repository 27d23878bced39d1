using Microsoft.Extensions.Logging;

namespace Assistant.Core.Model;

/// <summary>Sends questions, again at once while the endpoint refuses properties they can do without, and keeps what it says is left for its key.</summary>
internal sealed partial class ChatSender(ModelConnection connection, TimeProvider time, ILogger logger)
{
    private volatile RateLimits? _rateLimits;

    public RateLimits? RateLimits => _rateLimits;

    /// <summary>The reply that holds the answer.</summary>
    /// <exception cref="ModelException">The endpoint answered with a failure.</exception>
    public async Task<ModelReply> SendAsync(ModelCall call, ChatRequest request)
    {
        while (true)
        {
            try
            {
                var body = request.Write();
                var reply = await call.SendAsync(token => PostAsync(body, token));
                request.Accepted();
                return reply;
            }
            catch (ModelException refusal) when (request.Avoids(refusal))
            {
                LogRefusal(request.ModelName, refusal.StatusCode);
            }
        }
    }

    private async ValueTask<ModelReply> PostAsync(BinaryData body, CancellationToken cancellationToken)
    {
        var reply = await connection.PostChatAsync(body, cancellationToken);
        _rateLimits = reply.RateLimits(time) ?? _rateLimits;
        return reply;
    }

    [LoggerMessage(LogLevel.Debug, "{Model} refused a property (HTTP status {Status}) and is asked again without it")]
    private partial void LogRefusal(string model, int? status);
}
