using Assistant.Core.Conversations;
using Assistant.Core.Delivery;

namespace Assistant.Core.Chat;

/// <summary>The next message of a conversation.</summary>
/// <param name="History">The turns before it, oldest first.</param>
/// <param name="Language">The language of the code as the person named it; none when they did not say.</param>
public sealed record ChatRequest(
    string Message,
    IReadOnlyList<Turn> History,
    string? Code = null,
    string? Language = null,
    DeliveryChoice Choice = DeliveryChoice.Auto)
{
    public static ChatRequest Of(Turn turn, IReadOnlyList<Turn> history) => new(turn.Text, history, turn.Code, turn.Language);
}
