using System.Globalization;
using Microsoft.Extensions.Options;

namespace Assistant.Core.Delivery;

/// <summary>
/// Chooses between one call and a stream. The border is <see cref="DeliveryOptions.StreamFromTokens"/>, lowered to what a slow
/// endpoint writes in about a second, because nobody should stare at an empty page for longer.
/// </summary>
public sealed class DeliveryPlanner(UsageHistory history, IOptions<DeliveryOptions> options)
{
    private const double PatienceInSeconds = 1;

    public DeliveryPlan Plan(DeliveryRequest request, Owner owner, EndpointProfile endpoint)
    {
        var guess = OutputEstimator.Estimate(request.Assignment);
        var expected = history.Corrected(owner, request.Assignment.Kind, guess);
        if (request.TokenLimit is { } limit)
        {
            expected = Math.Min(expected, limit);
        }

        return request.Choice switch
        {
            DeliveryChoice.Sync when request.TokenLimit is { } most => new DeliveryPlan(false, expected, $"one call, at most {most} tokens"),
            DeliveryChoice.Sync => new DeliveryPlan(false, expected, "one call, as asked"),
            DeliveryChoice.Stream => new DeliveryPlan(true, expected, "streamed, as asked"),
            _ => ByLength(expected, guess.Rule, endpoint),
        };
    }

    private DeliveryPlan ByLength(int expected, string rule, EndpointProfile endpoint)
    {
        var border = Border(endpoint);
        var about = $"{rule}, about {Rounded(expected)} tokens";
        return expected < border
            ? new DeliveryPlan(false, expected, $"one call, short answer expected ({about})")
            : expected < options.Value.StreamFromTokens
                ? new DeliveryPlan(true, expected, $"streamed, this endpoint writes about {Rounded(border)} tokens a second ({about})")
                : new DeliveryPlan(true, expected, $"streamed, long answer expected ({about})");
    }

    private int Border(EndpointProfile endpoint)
    {
        var inTime = endpoint.TokensPerSecond * PatienceInSeconds;
        return inTime < options.Value.StreamFromTokens ? (int)inTime : options.Value.StreamFromTokens;
    }

    /// <summary>Two digits are all a guess is worth.</summary>
    private static string Rounded(int tokens)
    {
        var step = tokens switch { < 100 => 10, < 1_000 => 50, _ => 100 };
        return (Math.Max(1, (tokens + (step / 2)) / step) * step).ToString("N0", CultureInfo.InvariantCulture);
    }
}
