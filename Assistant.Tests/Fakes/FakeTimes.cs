using System.Diagnostics;

namespace Assistant.Tests.Fakes;

/// <summary>When a request came and its unscripted answer went out, as timestamps of <see cref="Stopwatch"/>, the latter taken just before the bytes were written.</summary>
public sealed class FakeTimes
{
    /// <summary>When the request was there, before its body was read.</summary>
    public long Arrived { get; } = Stopwatch.GetTimestamp();

    /// <summary>The first event with text in it; 0 before there was one.</summary>
    public long FirstContent { get; private set; }

    /// <summary>The event that ends the answer; 0 while it goes on.</summary>
    public long LastEvent { get; private set; }

    internal void Sending(string content)
    {
        if (FirstContent == 0 && content.Length > 0)
        {
            FirstContent = Stopwatch.GetTimestamp();
        }
    }

    internal void SendingEnd() => LastEvent = Stopwatch.GetTimestamp();
}
