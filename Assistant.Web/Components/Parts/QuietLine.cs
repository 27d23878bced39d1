using System.Globalization;
using Assistant.Core.Replies;

namespace Assistant.Web.Components.Parts;

/// <summary>The facts under an answer, in the order a person wants them.</summary>
public static class QuietLine
{
    public static IEnumerable<string> Of(ReplyFacts facts, ReplyState state)
    {
        if (state == ReplyState.Stopped)
        {
            yield return "stopped";
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

        yield return Text($"{Seconds(facts.Timing.Total)}, {Short(facts.Timing.Overhead)} not the model");
    }

    private static string Seconds(TimeSpan time) => Text(time.TotalSeconds < 10 ? $"{time.TotalSeconds:0.00} s" : (FormattableString)$"{time.TotalSeconds:0.0} s");

    private static string Short(TimeSpan time) => time.TotalSeconds < 1 ? Text($"{Math.Max(0, time.TotalMilliseconds):0} ms") : Seconds(time);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
