namespace Assistant.Web.Components.Latency;

/// <summary>What many replies together say about where the time goes.</summary>
/// <param name="Count">How many replies.</param>
/// <param name="Whole">Of the full cycles.</param>
/// <param name="Tax">The part of all time that was neither the model's nor a wait before a retry, from 0 to 1.</param>
/// <param name="Stages">All of them, in their order.</param>
public sealed record LatencySummary(int Count, Percentiles Whole, double Tax, IReadOnlyList<LatencySummary.StageSummary> Stages)
{
    /// <summary>The stage that took the most of all time.</summary>
    public StageSummary Slowest => Stages.MaxBy(stage => stage.Share)!;

    /// <summary>None when there are no replies to sum up.</summary>
    public static LatencySummary? Of(IReadOnlyList<StageTimes> replies)
    {
        if (replies.Count == 0)
        {
            return null;
        }

        var all = replies.Sum(reply => reply.Whole.TotalMilliseconds);
        double ShareOf(Func<StageTimes, TimeSpan> part) => all > 0 ? replies.Sum(reply => part(reply).TotalMilliseconds) / all : 0;
        return new LatencySummary(
            replies.Count,
            Percentiles.Of(replies.Select(reply => reply.Whole)),
            ShareOf(reply => reply.Tax),
            [.. Enum.GetValues<Stage>().Select(stage => new StageSummary(
                stage, Percentiles.Of(replies.Select(reply => reply.Of(stage))), ShareOf(reply => reply.Of(stage))))]);
    }

    /// <param name="Share">The part of all time that it took, from 0 to 1.</param>
    public sealed record StageSummary(Stage Stage, Percentiles Times, double Share);
}
