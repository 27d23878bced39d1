using Assistant.Core.Replies;
using Microsoft.Extensions.Logging;

namespace Assistant.Core.Conversations;

/// <summary>
/// Starts replies inside a conversation: the question is kept before a model is called, and the answer as it grows, whether or not anybody is still
/// looking.
/// </summary>
public sealed class ConversationReplies(IConversationStore store, ReplyRunner runner, TimeProvider time, ILogger<ConversationReplies> logger)
{
    /// <summary>Fills the reply to a question, given the turns before it.</summary>
    public delegate Task Work<in TService>(
        TService service, Turn question, IReadOnlyList<Turn> history, Reply reply, CancellationToken cancellationToken);

    /// <summary>Keeps a new conversation with the question and starts its answer.</summary>
    /// <exception cref="TooManyRepliesException">As many replies are arriving as may at once; nothing was kept.</exception>
    /// <exception cref="ConversationStoreException">The question could not be kept, so it was not asked.</exception>
    public async Task<StartedAnswer> BeginAsync<TService>(Owner owner, Turn question, Work<TService> work, CancellationToken cancellationToken)
        where TService : notnull
    {
        runner.EnsureRoom(owner);
        return Start(owner, await store.CreateAsync(owner, [question], cancellationToken), AnswerTo(question), work);
    }

    /// <summary>Keeps the question at the end of the open branch and starts its answer.</summary>
    /// <exception cref="ConversationNotFoundException">The conversation is unknown.</exception>
    /// <exception cref="ConversationBusyException">Another reply is arriving in it; the question was not kept.</exception>
    /// <exception cref="TooManyRepliesException">As many replies are arriving as may at once; the question was not kept.</exception>
    /// <exception cref="ConversationStoreException">The question could not be kept, so it was not asked.</exception>
    public async Task<StartedAnswer> AnswerAsync<TService>(
        Owner owner, string conversationId, Turn question, Work<TService> work, CancellationToken cancellationToken)
        where TService : notnull
    {
        var conversation = await FindIdleAsync(owner, conversationId, cancellationToken);
        return await AskAsync(owner, conversation, question with { After = conversation.Head }, work, cancellationToken);
    }

    /// <summary>Asks another question in the place of one that was asked; that one and what followed it stay, on a branch of their own.</summary>
    /// <exception cref="ConversationNotFoundException">The conversation or the question is unknown.</exception>
    /// <exception cref="ConversationBusyException">Another reply is arriving in it; the question was not kept.</exception>
    /// <exception cref="TooManyRepliesException">As many replies are arriving as may at once; the question was not kept.</exception>
    /// <exception cref="ConversationStoreException">The question could not be kept, so it was not asked.</exception>
    public async Task<StartedAnswer> AnswerInsteadAsync<TService>(
        Owner owner, string conversationId, string insteadOf, Turn question, Work<TService> work, CancellationToken cancellationToken)
        where TService : notnull
    {
        var conversation = await FindIdleAsync(owner, conversationId, cancellationToken);
        return await AskAsync(owner, conversation, question with { After = TurnOf(conversation, insteadOf).After }, work, cancellationToken);
    }

    /// <summary>Answers a question once more. An answer with words in it stays, on a branch of its own.</summary>
    /// <exception cref="ConversationNotFoundException">The conversation or the answer is unknown.</exception>
    /// <exception cref="ConversationBusyException">Another reply is arriving in it.</exception>
    public async Task<StartedAnswer> AnswerAgainAsync<TService>(
        Owner owner, string conversationId, string answerId, Work<TService> work, CancellationToken cancellationToken)
        where TService : notnull
    {
        var conversation = await FindIdleAsync(owner, conversationId, cancellationToken);
        var answer = TurnOf(conversation, answerId);
        return Start(owner, conversation, answer.Text.Length > 0 ? answer with { Id = Turn.NewId(), Text = "" } : answer, work);
    }

    /// <summary>Goes on with an answer, in its place.</summary>
    /// <exception cref="ConversationNotFoundException">The conversation or the answer is unknown.</exception>
    /// <exception cref="ConversationBusyException">Another reply is arriving in it.</exception>
    public async Task<StartedAnswer> GoOnAsync<TService>(
        Owner owner, string conversationId, string answerId, Work<TService> work, CancellationToken cancellationToken)
        where TService : notnull
    {
        var conversation = await FindIdleAsync(owner, conversationId, cancellationToken);
        return Start(owner, conversation, TurnOf(conversation, answerId), work);
    }

    /// <summary>Finds out before any other work whether a question can be asked in a conversation now.</summary>
    /// <exception cref="ConversationNotFoundException">The conversation is unknown.</exception>
    /// <exception cref="ConversationBusyException">Another reply is arriving in it.</exception>
    /// <exception cref="TooManyRepliesException">As many replies are arriving as may at once.</exception>
    public Task EnsureIdleAsync(Owner owner, string conversationId, CancellationToken cancellationToken) => FindIdleAsync(owner, conversationId, cancellationToken);

    /// <summary>Deletes a conversation, and stops what is arriving in it.</summary>
    /// <exception cref="ConversationNotFoundException">The conversation is unknown.</exception>
    public async Task DeleteAsync(Owner owner, string conversationId, CancellationToken cancellationToken)
    {
        await (runner.RunningIn(owner, conversationId)?.StopAsync() ?? Task.CompletedTask);
        await runner.RecordedAsync(owner, conversationId).WaitAsync(cancellationToken);
        await store.DeleteAsync(owner, conversationId, cancellationToken);
    }

    private static Turn AnswerTo(Turn question) => new(Turn.NewId(), TurnRole.Assistant, "") { After = question.Id, Kind = question.Kind };

    private static Turn TurnOf(Conversation conversation, string id) =>
        conversation.Turns.FirstOrDefault(turn => turn.Id == id) ?? throw new ConversationNotFoundException();

    private async Task<Conversation> FindIdleAsync(Owner owner, string conversationId, CancellationToken cancellationToken)
    {
        runner.EnsureRoom(owner);
        await runner.RecordedAsync(owner, conversationId).WaitAsync(cancellationToken);
        var conversation = await store.FindAsync(owner, conversationId, cancellationToken) ?? throw new ConversationNotFoundException();
        return runner.RunningIn(owner, conversationId) is null ? conversation : throw new ConversationBusyException();
    }

    private async Task<StartedAnswer> AskAsync<TService>(
        Owner owner, Conversation conversation, Turn question, Work<TService> work, CancellationToken cancellationToken)
        where TService : notnull
    {
        await store.SaveTurnsAsync(owner, conversation.Id, [question], cancellationToken);
        return Start(owner, conversation with { Turns = [.. conversation.Turns, question] }, AnswerTo(question), work);
    }

    private StartedAnswer Start<TService>(Owner owner, Conversation conversation, Turn answer, Work<TService> work)
        where TService : notnull
    {
        var path = Branches.PathTo(conversation.Turns, answer.After);
        var question = path.LastOrDefault(turn => turn.Role == TurnRole.User) ?? throw new ConversationNotFoundException();
        var history = path.TakeWhile(turn => turn != question).ToList();
        var growing = new GrowingAnswer(store, owner, conversation.Id, answer, time, logger);
        var reply = runner.Start<TService>(
            owner,
            conversation.Id,
            async (service, reply, stopping) =>
            {
                growing.Begin(reply);
                await work(service, question, history, reply, stopping);
                return null;
            },
            growing.EndAsync);
        return new StartedAnswer(question, answer, reply);
    }
}
