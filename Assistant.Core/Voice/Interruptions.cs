using Assistant.Core.Conversations;
using Assistant.Core.Replies;

namespace Assistant.Core.Voice;

/// <summary>A person who speaks while the Assistant does ends its answer: what they did not hear was not said.</summary>
public sealed class Interruptions(ReplyRunner runner, IConversationStore store)
{
    /// <summary>Stops a spoken answer, and keeps of it what was heard; what tools found on the way stays known.</summary>
    /// <param name="owner">Whose answer it is.</param>
    /// <param name="replyId">The reply that is, or was just, being spoken.</param>
    /// <param name="index">The last sentence that was heard; less than 0 when none was.</param>
    /// <param name="cancellationToken">Gives up; what is stopped stays stopped.</param>
    /// <returns>False when there is no such spoken answer.</returns>
    /// <exception cref="ConversationStoreException">What was heard could not be kept.</exception>
    public async Task<bool> HeardAsync(Owner owner, string replyId, int index, CancellationToken cancellationToken)
    {
        if (runner.Find(owner, replyId) is not { IsSpoken: true } reply)
        {
            return false;
        }

        await reply.StopAsync();
        await runner.OverAsync(reply).WaitAsync(cancellationToken);
        if (reply.ConversationId is { } conversationId && !IsAllHeard(reply, index))
        {
            await KeepHeardAsync(owner, conversationId, reply, index, cancellationToken);
        }

        return true;
    }

    private static bool IsAllHeard(Reply reply, int index) => reply.State == ReplyState.Done && index >= reply.Sentences.Count - 1;

    private async Task KeepHeardAsync(Owner owner, string conversationId, Reply reply, int index, CancellationToken cancellationToken)
    {
        var conversation = await store.FindAsync(owner, conversationId, cancellationToken) ?? throw new ConversationNotFoundException();
        var turn = conversation.Turns.Last(turn => turn.ReplyId == reply.Id);
        var end = reply.Sentences.LastOrDefault(sentence => sentence.Index <= index)?.End ?? 0;
        var heard = turn with { Text = reply.Text[..end].TrimEnd(), State = ReplyState.Interrupted };
        await store.SaveTurnsAsync(owner, conversationId, [heard], cancellationToken);
    }
}
