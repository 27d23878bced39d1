using Assistant.Core.Replies;
using Microsoft.Extensions.Logging;

namespace Assistant.Core.Conversations;

/// <summary>Keeps one answer: that it has begun, every second what was added to it, and how it ended.</summary>
internal sealed partial class GrowingAnswer(IConversationStore store, Owner owner, string conversationId, Turn answer, TimeProvider time, ILogger logger)
{
    /// <summary>No more than this is lost when the process is killed.</summary>
    private static readonly TimeSpan BetweenCheckpoints = TimeSpan.FromSeconds(1);

    private Task _keeping = Task.CompletedTask;

    /// <summary>Keeps the answer beside its writer, who need not wait for a disk.</summary>
    public void Begin(Reply reply) => _keeping = KeepGrowingAsync(reply);

    /// <summary>Keeps the answer as it ended.</summary>
    /// <exception cref="ConversationStoreException">It could not be kept.</exception>
    public async Task EndAsync(Reply reply)
    {
        await _keeping;
        await SaveAsync(reply);
    }

    private async Task KeepGrowingAsync(Reply reply)
    {
        var kept = -1;
        for (var isGrowing = true; isGrowing; isGrowing = await HasGoneOnAsync(reply))
        {
            try
            {
                kept = await KeepAsync(reply, kept);
            }
            catch (ConversationStoreException failure)
            {
                LogNotKept(logger, failure, reply.Id);   // in a second it may be possible, and the end is kept or not in its own right
            }
        }
    }

    private async Task<int> KeepAsync(Reply reply, int kept)
    {
        if (kept < 0)
        {
            await SaveAsync(reply);
            return answer.Text.Length;
        }

        var added = reply.TextAfter(kept);
        if (added.Length > 0)
        {
            await store.GrowTurnAsync(owner, conversationId, answer.Id, kept, added, CancellationToken.None);
        }

        return kept + added.Length;
    }

    private async Task<bool> HasGoneOnAsync(Reply reply)
    {
        using var rest = new CancellationTokenSource();
        await Task.WhenAny(reply.Ended, Task.Delay(BetweenCheckpoints, time, rest.Token));
        await rest.CancelAsync();
        return reply.IsArriving;
    }

    private Task SaveAsync(Reply reply) => store.SaveTurnsAsync(owner, conversationId, [Now(reply)], CancellationToken.None);

    private Turn Now(Reply reply) => answer with
    {
        Text = reply.Text,
        State = reply.State,
        ReplyId = reply.Id,
        Reasoning = reply.Reasoning is { Length: > 0 } reasoning ? reasoning : null,
        Lookups = reply.Lookups is { Count: > 0 } lookups ? lookups : null,
        Facts = reply.End?.FactsAtEnd,
        Failure = (reply.End as ReplyEvent.Failed)?.Failure,
    };

    [LoggerMessage(Level = LogLevel.Error, Message = "What arrived of reply {ReplyId} could not be kept")]
    private static partial void LogNotKept(ILogger logger, Exception failure, string replyId);
}
