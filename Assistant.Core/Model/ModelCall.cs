using System.ClientModel;
using System.Net;

namespace Assistant.Core.Model;

/// <summary>One attempt: runs its steps under the limits, and lets only a <see cref="ModelException"/> or the caller's own cancellation out.</summary>
internal sealed class ModelCall : IDisposable
{
    private readonly ModelOptions _options;
    private readonly TimeProvider _time;
    private readonly CancellationToken _cancellationToken;
    private bool _hasReply;

    public ModelCall(ModelOptions options, string modelName, TimeProvider time, bool isStreamed, CancellationToken cancellationToken)
    {
        (_options, _time, _cancellationToken) = (options, time, cancellationToken);
        Faults = new Faults(options, modelName);
        Limits = new CallLimits(options, Faults, time, isStreamed, cancellationToken);
    }

    public Faults Faults { get; }

    public CallLimits Limits { get; }

    /// <summary>Sends a request and gives back the reply that holds an answer.</summary>
    /// <exception cref="ModelException">The endpoint answered with a failure, or nothing may be sent there.</exception>
    public async Task<ModelReply> SendAsync(Func<CancellationToken, ValueTask<ModelReply>> send)
    {
        // Not only where it is typed in: the file that keeps it may have been changed by hand.
        if (_options.EndpointTrouble is { } trouble)
        {
            throw Faults.NotAllowed(trouble);
        }

        var reply = await send(Limits.Token);
        _hasReply = true;
        if (reply.IsSuccess)
        {
            return reply;
        }

        using (reply)
        {
            var error = EndpointError.FromBody(await reply.ReadErrorAsync(Limits.Token));
            var limits = reply.Status == (int)HttpStatusCode.TooManyRequests ? reply.RateLimits(_time) : null;
            throw Faults.From(reply.Status, error, RetryAfter.Read(reply.Header, limits, error, _time), reply.RequestId);
        }
    }

    public async ValueTask<T> RunAsync<T>(Func<ValueTask<T>> step)
    {
        try
        {
            return await step();
        }
        catch (Exception failure) when (IsFromOutside(failure))
        {
            _cancellationToken.ThrowIfCancellationRequested();
            throw Limits.Exceeded ?? failure as ModelException ?? (_hasReply ? Faults.BrokenOff(failure, Limits.HasFirstByte) : Faults.Unreachable(failure));
        }
    }

    public void Dispose() => Limits.Dispose();

    private static bool IsFromOutside(Exception failure) =>
        failure is ModelException or OperationCanceledException or IOException or HttpRequestException or ClientResultException or AggregateException;
}
