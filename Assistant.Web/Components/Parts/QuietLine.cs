using System.Globalization;
using Assistant.Core.Replies;

namespace Assistant.Web.Components.Parts;

/// <summary>The facts under an answer, in the order a person wants them.</summary>
public static class QuietLine
{
    /// <param name="cycle">From the press to the paint, where a page saw both; otherwise the server's own time is told.</param>
    public static IEnumerable<string> Of(ReplyFacts facts, ReplyState state, TimeSpan? cycle)
    {
        if (state is ReplyState.Stopped or ReplyState.Interrupted)
        {
            yield return state.ToString().ToLowerInvariant();
        }

        if (facts.Model is { } model)
        {
            yield return model;
        }

        if (facts.DeliveryReason is { } reason)
        {
            yield return reason.Split(" (")[0];
        }

        if (facts.Usage is { } usage)
        {
            var reasoning = usage.Reasoning > 0 ? Text($", {usage.Reasoning:N0} of them reasoning") : "";
            yield return Text($"{(usage.IsEstimate ? "≈ " : "")}{usage.Output:N0} {(usage.Output == 1 ? "token" : "tokens")}{reasoning}");
        }

        var timing = facts.Timing;
        yield return cycle is { } whole
            ? $"{Durations.Seconds(whole)} to the screen, {Durations.Brief(whole - timing.Model - timing.Wait)} not the model"
            : $"{Durations.Seconds(timing.Total)}, {Durations.Brief(timing.Overhead)} not the model";
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
