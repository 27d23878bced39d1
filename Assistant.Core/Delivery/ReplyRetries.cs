using System.Globalization;
using Assistant.Core.Model;
using Assistant.Core.Replies;

namespace Assistant.Core.Delivery;

/// <summary>The retries of one reply, counted over all its calls; each wait is shown in the reply and ends when the reply is stopped.</summary>
internal sealed class ReplyRetries(RetryPolicy policy, Reply reply, TimeProvider time)
{
    private int _made;

    /// <summary>How long to wait before another try; none when the failure is to be shown.</summary>
    public TimeSpan? WaitAfter(ModelException failure) => policy.WaitBefore(_made + 1, failure);

    public async Task WaitAsync(TimeSpan wait, ModelException failure, CancellationToken cancellationToken)
    {
        _made++;
        var seconds = Math.Max(1, Math.Ceiling(wait.TotalSeconds));
        reply.Append(new ReplyEvent.Notice(string.Create(CultureInfo.InvariantCulture, $"{Reason(failure)}, trying again in {seconds} s"), wait));

        reply.Meter.WaitStarted();
        try
        {
            await Task.Delay(wait, time, cancellationToken);
        }
        finally
        {
            reply.Meter.WaitEnded();
        }
    }

    private static string Reason(ModelException failure) =>
        failure.Kind == ModelFault.RateLimited ? "Rate-limited"
        : failure.WasReset ? "The connection was lost"
        : "The model endpoint is busy";
}
