using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace Assistant.Web.Limits;

/// <summary>How many calls of the API an address and a person may make. Each has a bucket that holds half a minute's calls and fills up again all the time.</summary>
internal sealed class RequestLimits(IOptions<LimitOptions> options) : IConfigureOptions<RateLimiterOptions>
{
    private const int BucketsAMinute = 2;

    private static readonly PathString Api = "/api";

    private readonly LimitOptions _limits = options.Value;

    public void Configure(RateLimiterOptions options)
    {
        options.GlobalLimiter = PartitionedRateLimiter.CreateChained(
            PartitionedRateLimiter.Create<HttpContext, string>(context => Bucket(context, Callers.AddressOf, _limits.RequestsPerAddress)),
            PartitionedRateLimiter.Create<HttpContext, string>(context => Bucket(context, caller => Callers.OwnerOf(caller).Id, _limits.RequestsPerOwner)));
        options.OnRejected = RefuseAsync;
    }

    private static RateLimitPartition<string> Bucket(HttpContext context, Func<HttpContext, string> keyOf, int perMinute)
    {
        if (!context.Request.Path.StartsWithSegments(Api, StringComparison.OrdinalIgnoreCase))
        {
            return RateLimitPartition.GetNoLimiter("");
        }

        var perSecond = perMinute / 60.0;
        return RateLimitPartition.GetTokenBucketLimiter("/" + keyOf(context), _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = Math.Max(1, perMinute / BucketsAMinute),
            TokensPerPeriod = Math.Max(1, (int)perSecond),
            ReplenishmentPeriod = TimeSpan.FromSeconds(Math.Max(1, (int)perSecond) / perSecond),
            QueueLimit = 0,
        });
    }

    private ValueTask RefuseAsync(OnRejectedContext refused, CancellationToken cancellationToken) => new(Refusal.WriteAsync(
        refused.HttpContext,
        "Too many requests.",
        string.Create(CultureInfo.InvariantCulture, $"At most {_limits.RequestsPerAddress} a minute are taken from one address and {_limits.RequestsPerOwner} from one person. Send them more slowly."),
        refused.Lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : TimeSpan.FromSeconds(1)));
}
