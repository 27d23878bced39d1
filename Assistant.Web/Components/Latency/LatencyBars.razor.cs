using System.Globalization;
using Assistant.Web.Components.Parts;
using Microsoft.AspNetCore.Components;

namespace Assistant.Web.Components.Latency;

/// <summary>The stages end to end, one bar for each percentile, all to the scale of the longest.</summary>
public sealed partial class LatencyBars : ComponentBase
{
    [Parameter, EditorRequired] public required IReadOnlyList<LatencySummary.StageSummary> Stages { get; set; }

    private IEnumerable<(string Name, IReadOnlyList<Piece> Bar)> Bars =>
        [("p50", BarOf(times => times.P50)), ("p95", BarOf(times => times.P95)), ("p99", BarOf(times => times.P99))];

    /// <summary>Percentiles grow, so the last bar is the longest.</summary>
    private TimeSpan Longest => Sum(Stages.Select(stage => stage.Times.P99));

    private List<Piece> BarOf(Func<Percentiles, TimeSpan> percentile)
    {
        var pieces = new List<Piece>();
        var from = TimeSpan.Zero;
        foreach (var stage in Stages)
        {
            var length = percentile(stage.Times);
            pieces.Add(new Piece(stage.Stage, from, length));
            from += length;
        }

        return pieces;
    }

    private string Percent(TimeSpan time) =>
        string.Create(CultureInfo.InvariantCulture, $"{(Longest > TimeSpan.Zero ? time / Longest * 100 : 0):0.###}%");

    private static string Describe(string name, IReadOnlyList<Piece> bar) => $"{name}: {string.Join(", ", bar.Select(Describe))}";

    private static string Describe(Piece piece) => $"{StageWords.Name(piece.Stage)} {Durations.Fine(piece.Length)}";

    private static TimeSpan Sum(IEnumerable<TimeSpan> times) => times.Aggregate(TimeSpan.Zero, (sum, time) => sum + time);

    private sealed record Piece(Stage Stage, TimeSpan From, TimeSpan Length);
}
