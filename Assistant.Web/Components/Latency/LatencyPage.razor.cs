using System.Globalization;
using Assistant.Core;
using Assistant.Web.Components.Parts;
using Microsoft.AspNetCore.Components;

namespace Assistant.Web.Components.Latency;

/// <summary>Where the time of a person's last replies went, from the press to the paint.</summary>
public sealed partial class LatencyPage(LatencyLog log, Owner owner) : ComponentBase
{
    private LatencySummary? _summary;

    private string Slowest
    {
        get
        {
            var slowest = _summary!.Slowest;
            return $"Slowest is {StageWords.InSentence(slowest.Stage)}: {Percent(slowest.Share)} of the time, {Durations.Fine(slowest.Times.P50)} at the median.";
        }
    }

    private string Counted => _summary!.Count == 1
        ? "One reply since the Assistant came up."
        : $"{(_summary.Count == LatencyLog.Kept ? "The last " : "")}{_summary.Count} replies since the Assistant came up.";

    protected override void OnInitialized() => _summary = LatencySummary.Of(log.Read(owner));

    private static string Percent(double part) => string.Create(CultureInfo.InvariantCulture, $"{part * 100:0.0} %");
}
