using System.Collections.Concurrent;
using Assistant.Core;
using Assistant.Core.Replies;

namespace Assistant.Web.Components.Latency;

/// <summary>
/// The stages of the last replies that each person saw, in memory and on all pages of theirs, since the server came up. What was measured is a length; no
/// word of a question or an answer is in it.
/// </summary>
public sealed class LatencyLog
{
    /// <summary>Enough for a p99 that is not simply the longest.</summary>
    public const int Kept = 500;

    private readonly ConcurrentDictionary<Owner, Queue<StageTimes>> _replies = new();

    /// <param name="owner">Who saw the reply.</param>
    /// <param name="cycle">From the press to the paint.</param>
    /// <param name="timing">What the server measured.</param>
    public void Add(Owner owner, TimeSpan cycle, ReplyTiming timing)
    {
        var replies = _replies.GetOrAdd(owner, _ => new Queue<StageTimes>());
        lock (replies)
        {
            replies.Enqueue(StageTimes.Of(cycle, timing));
            if (replies.Count > Kept)
            {
                replies.Dequeue();
            }
        }
    }

    public IReadOnlyList<StageTimes> Read(Owner owner)
    {
        if (!_replies.TryGetValue(owner, out var replies))
        {
            return [];
        }

        lock (replies)
        {
            return [.. replies];
        }
    }
}
