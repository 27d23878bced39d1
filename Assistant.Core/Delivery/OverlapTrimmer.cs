namespace Assistant.Core.Delivery;

/// <summary>
/// Takes away what a continuation repeats of the text it continues. Holds back only as long as what has arrived may still be such
/// a repetition, so at most <see cref="LongestOverlap"/> characters.
/// </summary>
public sealed class OverlapTrimmer(string before)
{
    /// <summary>Fewer characters may fall together by chance ("al" + "l of it").</summary>
    public const int ShortestOverlap = 8;

    /// <summary>Models that repeat themselves repeat a line or two.</summary>
    public const int LongestOverlap = 400;

    private readonly string _tail = before.Length <= LongestOverlap ? before : before[^LongestOverlap..];
    private string _held = "";
    private bool _isSettled = before.Length < ShortestOverlap;

    /// <summary>What of <paramref name="text"/> and of what was held back can be shown now.</summary>
    public string Push(string text)
    {
        if (_isSettled)
        {
            return text;
        }

        _held += text;
        if (_held.Length < LongestOverlap && MayStillBeRepetition(_held))
        {
            return "";
        }

        return Flush();
    }

    /// <summary>What is still held back, at the end of the continuation.</summary>
    public string Flush()
    {
        var shown = _isSettled ? "" : _held[OverlapOf(_held)..];
        (_isSettled, _held) = (true, "");
        return shown;
    }

    /// <summary>All that has arrived stands in the tail, with more of the tail behind it that may come next.</summary>
    private bool MayStillBeRepetition(string start)
    {
        var place = _tail.IndexOf(start, StringComparison.Ordinal);
        return place >= 0 && place + start.Length < _tail.Length;
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
}
