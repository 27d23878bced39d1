namespace Assistant.Core.Delivery;

/// <summary>
/// Takes away what a continuation repeats of the text it continues: its last characters, or the opening of a code fence that is
/// still open. Holds back only as long as what has arrived may still be such a repetition, so at most <see cref="LongestOverlap"/> characters.
/// </summary>
public sealed class OverlapTrimmer(string before)
{
    /// <summary>Fewer characters may fall together by chance ("al" + "l of it").</summary>
    public const int ShortestOverlap = 8;

    /// <summary>Models that repeat themselves repeat a line or two.</summary>
    public const int LongestOverlap = 400;

    private readonly string _tail = before.Length <= LongestOverlap ? before : before[^LongestOverlap..];
    private readonly string _openFence = OpenFenceOf(before);
    private string _held = "";
    private bool _isSettled = before.Length == 0;

    /// <summary>What of <paramref name="text"/> and of what was held back can be shown now.</summary>
    public string Push(string text)
    {
        if (_isSettled)
        {
            return text;
        }

        _held += text;
        return MayStillBeRepetition(_held) ? "" : Flush();
    }

    /// <summary>What is still held back, at the end of the continuation.</summary>
    public string Flush()
    {
        var continuation = _held.StartsWith(_openFence, StringComparison.Ordinal) ? _held[_openFence.Length..] : _held;
        (_isSettled, _held) = (true, "");
        return continuation[OverlapOf(continuation)..];
    }

    private bool MayStillBeRepetition(string start)
    {
        if (_openFence.StartsWith(start, StringComparison.Ordinal))
        {
            return true;
        }

        var rest = start.StartsWith(_openFence, StringComparison.Ordinal) ? start[_openFence.Length..] : start;
        var place = _tail.IndexOf(rest, StringComparison.Ordinal);
        return rest.Length < LongestOverlap && place >= 0 && place + rest.Length < _tail.Length;
    }

    private int OverlapOf(string continuation)
    {
        for (var length = Math.Min(continuation.Length, _tail.Length); length >= ShortestOverlap; length--)
        {
            if (_tail.AsSpan().EndsWith(continuation.AsSpan(0, length), StringComparison.Ordinal))
            {
                return length;
            }
        }

        return 0;
    }

    /// <summary>The line that opened the fence the text ends in, with its end; empty when it does not end in one.</summary>
    private static string OpenFenceOf(string text)
    {
        var open = "";
        foreach (var line in text.Split('\n').Where(line => line.StartsWith("```", StringComparison.Ordinal)))
        {
            open = open.Length == 0 ? line.TrimEnd() + "\n" : "";
        }

        return open;
    }
}
