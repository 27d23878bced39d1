using Assistant.Core;
using Assistant.Core.Conversations;
using Assistant.Core.Replies;

namespace Assistant.Web.Endpoints;

/// <summary>Starts the reply of an API call: inside a conversation where the call names one ("new" makes it), on its own otherwise.</summary>
internal sealed class ConversationTurns(ReplyRunner runner, ConversationReplies replies, Owner owner)
{
    private const string New = "new";

    /// <summary>Finds out before any work whether a question can be asked there.</summary>
    /// <exception cref="ConversationNotFoundException">The conversation is unknown.</exception>
    /// <exception cref="ConversationBusyException">Another reply is arriving in it.</exception>
    /// <exception cref="TooManyRepliesException">As many replies are arriving as may at once.</exception>
    public async Task CheckAsync(string? conversationId, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(conversationId) || conversationId == New)
        {
            runner.EnsureRoom(owner);
            return;
        }

        await replies.EnsureIdleAsync(owner, conversationId, cancellationToken);
    }

    public async Task<Reply> StartAsync<TService>(
        string? conversationId, Turn question, ConversationReplies.Work<TService> work, CancellationToken cancellationToken)
        where TService : notnull
    {
        if (string.IsNullOrEmpty(conversationId))
        {
            return runner.Start<TService>(owner, null, async (service, reply, stopping) =>
            {
                await work(service, question, [], reply, stopping);
                return null;
            });
        }

        var started = conversationId == New
            ? await replies.BeginAsync(owner, question, work, cancellationToken)
            : await replies.AnswerAsync(owner, conversationId, question, work, cancellationToken);
        return started.Reply;
    }
}
