using Assistant.Core.Conversations;
using Assistant.Core.Replies;

namespace Assistant.Web.Components.Talk;

/// <summary>Does what a person asked of their conversations, where that may be refused.</summary>
internal static class Attempt
{
    /// <summary>Why it could not be done, fit to show; nothing when it was.</summary>
    public static async Task<string?> RunAsync(Func<Task> work)
    {
        try
        {
            await work();
            return null;
        }
        catch (Exception refused) when (refused is ConversationBusyException or TooManyRepliesException or ConversationNotFoundException or ConversationStoreException)
        {
            return refused.Message;
        }
    }
}
