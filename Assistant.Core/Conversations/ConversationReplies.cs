using Assistant.Core.Replies;

namespace Assistant.Core.Conversations;

/// <summary>
/// Starts replies inside a conversation: the question is kept before a model is called, and the answer when it has ended,
/// whether or not anybody is still looking.
/// </summary>
public sealed class ConversationReplies(IConversationStore store, ReplyRunner runner)
{
    /// <summary>Fills the reply to a question, given the turns before it.</summary>
    public delegate Task Work<in TService>(
        TService service, Turn question, IReadOnlyList<Turn> history, Reply reply, CancellationToken cancellationToken);

    /// <summary>Keeps the question and starts its answer, a turn with the id of its first reply.</summary>
    /// <exception cref="ConversationNotFoundException">The conversation is unknown.</exception>
    /// <exception cref="ConversationBusyException">Another reply is arriving in it; the question was not kept.</exception>
    public async Task<Reply> AnswerAsync<TService>(
        Owner owner, string conversationId, Turn question, Work<TService> work, CancellationToken cancellationToken)
        where TService : notnull
    {
        var conversation = await FindIdleAsync(owner, conversationId, cancellationToken);
        await store.SaveTurnAsync(owner, conversationId, question, cancellationToken);
        return Start(owner, conversationId, null, question, conversation.Turns, work);
    }

    /// <summary>Answers a question once more, in place of the answer that is there.</summary>
    /// <exception cref="ConversationNotFoundException">The conversation or the answer is unknown.</exception>
    /// <exception cref="ConversationBusyException">Another reply is arriving in it.</exception>
    public async Task<Reply> AnswerAgainAsync<TService>(
        Owner owner, string conversationId, string answerId, Work<TService> work, CancellationToken cancellationToken)
        where TService : notnull
    {
        var turns = (await FindIdleAsync(owner, conversationId, cancellationToken)).Turns.ToList();
        var answer = turns.FindIndex(turn => turn.Id == answerId);
        var question = turns.FindLastIndex(Math.Max(answer, 0), turn => turn.Role == TurnRole.User);
        return answer < 0 || question < 0
            ? throw new ConversationNotFoundException()
            : Start(owner, conversationId, answerId, turns[question], turns[..question], work);
    }

    private async Task<Conversation> FindIdleAsync(Owner owner, string conversationId, CancellationToken cancellationToken)
    {
        var conversation = await store.FindAsync(owner, conversationId, cancellationToken) ?? throw new ConversationNotFoundException();
        return runner.RunningIn(owner, conversationId) is null ? conversation : throw new ConversationBusyException();
    }

    private Reply Start<TService>(
        Owner owner, string conversationId, string? answerId, Turn question, IReadOnlyList<Turn> history, Work<TService> work)
        where TService : notnull
    {
        return runner.Start<TService>(owner, conversationId, FillAsync, KeepAsync);

        async Task<ReplyResult?> FillAsync(TService service, Reply reply, CancellationToken cancellationToken)
        {
            await KeepAsync(reply);
            await work(service, question, history, reply, cancellationToken);
            return null;
        }

        Task KeepAsync(Reply reply) => store.SaveTurnAsync(owner, conversationId, AnswerOf(answerId ?? reply.Id, question, reply), CancellationToken.None);
    }

    private static Turn AnswerOf(string id, Turn question, Reply reply) => new(id, TurnRole.Assistant, reply.Text)
    {
        Kind = question.Kind,
        State = reply.State,
        ReplyId = reply.Id,
        Reasoning = reply.Reasoning is { Length: > 0 } reasoning ? reasoning : null,
        Facts = reply.End?.FactsAtEnd,
        Failure = (reply.End as ReplyEvent.Failed)?.Failure,
    };
}
