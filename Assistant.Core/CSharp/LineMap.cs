using Microsoft.CodeAnalysis.Text;

namespace Assistant.Core.CSharp;

/// <summary>Knows, for every line of code that has been changed step by step, which line it was before the first step. Lines count from 0.</summary>
public sealed class LineMap
{
    private readonly int[] _origins;

    private LineMap(int[] origins) => _origins = origins;

    public static LineMap For(SourceText text) => new([.. Enumerable.Range(0, text.Lines.Count)]);

    public int OriginOf(int line) => _origins[Math.Clamp(line, 0, _origins.Length - 1)];

    /// <summary>The map after one more step.</summary>
    public LineMap After(SourceText before, SourceText after, IEnumerable<TextChange> changes)
    {
        var origins = new int[after.Lines.Count];
        var ordered = changes.OrderBy(change => change.Span.Start).ToList();
        var next = 0;
        var moved = 0;
        for (var line = 0; line < origins.Length; line++)
        {
            // Walks both texts at once: every change that ends before this line has moved it by what the change made longer.
            var start = after.Lines[line].Start;
            while (next < ordered.Count && ordered[next].Span.Start + moved + NewLengthOf(ordered[next]) <= start)
            {
                moved += NewLengthOf(ordered[next]) - ordered[next].Span.Length;
                next++;
            }

            var position = next < ordered.Count ? Math.Min(start - moved, ordered[next].Span.Start) : start - moved;
            origins[line] = OriginOf(before.Lines.GetLineFromPosition(Math.Clamp(position, 0, before.Length)).LineNumber);
        }

        return new LineMap(origins);
    }

    private static int NewLengthOf(TextChange change) => change.NewText?.Length ?? 0;
}
