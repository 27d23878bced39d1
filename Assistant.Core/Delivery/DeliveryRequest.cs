using Microsoft.Extensions.AI;

namespace Assistant.Core.Delivery;

/// <summary>An assignment in the words of a prompt, ready to be sent to a model.</summary>
public sealed record DeliveryRequest(Assignment Assignment, IReadOnlyList<ChatMessage> Messages)
{
    public DeliveryChoice Choice { get; init; }

    /// <summary>The most tokens the answer may have; a longer one is cut there and not continued. None: as long as it takes.</summary>
    public int? TokenLimit { get; init; }

    /// <summary>What there is of the answer already: only the rest is asked for and delivered.</summary>
    public string Partial { get; init; } = "";
}
