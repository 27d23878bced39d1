using System.Diagnostics;

namespace Assistant.Tests.Fakes;

/// <summary>When an unscripted answer went out, as timestamps of <see cref="Stopwatch"/>, each taken just before its bytes were written.</summary>
public sealed class FakeTimes
{
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
