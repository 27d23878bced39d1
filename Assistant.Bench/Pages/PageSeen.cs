namespace Assistant.Bench.Pages;

/// <summary>What PageWatch.js noted while one answer arrived. Times are milliseconds of the page's clock.</summary>
/// <param name="Updates">When the answer's text changed.</param>
/// <param name="Sent">When Enter was pressed.</param>
/// <param name="Clicked">When a button was.</param>
/// <param name="LongTasks">How long each task took that blocked the page for 50 ms or more.</param>
/// <param name="LongestFrame">The longest time between two frames; 0 when frames were not counted.</param>
internal sealed record PageSeen(
    IReadOnlyList<double> Updates,
    double? FirstText,
    double? Ended,
    string? State,
    double? Sent,
    double? Clicked,
    IReadOnlyList<double> LongTasks,
    double LongestFrame)
{
    private const double Second = 1000;

    /// <summary>When both the last text and the end were on the page.</summary>
    public double Finished => Math.Max(Updates[^1], Ended!.Value);

    public int MostUpdatesInASecond =>
        Updates.Select((end, last) => last + 1 - Updates.TakeWhile(update => update <= end - Second).Count()).Max();
}
