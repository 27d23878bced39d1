using Assistant.Core.Model;
using Microsoft.Extensions.Options;

namespace Assistant.Core.Delivery;

/// <summary>
/// Whether a failed call is worth another try, and how long to wait before it: a rate limit, an endpoint that is overloaded or loading, and a connection
/// that was lost before an answer began. A key, a quota, a wrong address or a request that is refused are the same a moment later. The wait is the
/// endpoint's own where it names one, otherwise it doubles from half a second, with jitter so that many callers do not come back at once.
/// </summary>
public sealed class RetryPolicy(IOptions<ModelOptions> options)
{
    /// <summary>Nobody waits longer than this for a retry: a failure that names a longer wait is shown at once.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan FirstWait = TimeSpan.FromMilliseconds(500);

    /// <summary>The wait before try number <paramref name="retry"/> (1 is the first retry); none when the failure is to be shown.</summary>
    public TimeSpan? WaitBefore(int retry, ModelException failure)
    {
        if (retry > options.Value.MaxRetries || !Passes(failure))
        {
            return null;
        }

        var wait = failure.RetryAfter ?? FirstWait * Math.Pow(2, retry - 1) * (0.75 + (Random.Shared.NextDouble() / 2));
        return wait <= LongestWait ? wait : null;
    }

    private static bool Passes(ModelException failure) => failure.WasReset || failure.Kind is ModelFault.RateLimited or ModelFault.Unavailable;
}
