using Microsoft.Extensions.AI;

namespace Assistant.Core.Delivery;

/// <summary>The request that goes on with an answer that was cut: the same messages, the part that is there, and the wish for the rest.</summary>
public static class Continuation
{
    private const string Wish =
        "Your answer was cut off. Continue exactly where you stopped: no introduction, nothing repeated, and no new code fence if you stopped inside one.";

    public static IReadOnlyList<ChatMessage> Of(IReadOnlyList<ChatMessage> messages, string partial) =>
        partial.Length == 0
            ? messages
            : [.. messages, new ChatMessage(ChatRole.Assistant, partial), new ChatMessage(ChatRole.User, Wish)];
}
