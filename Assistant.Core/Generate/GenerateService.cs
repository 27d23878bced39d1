using Assistant.Core.Delivery;
using Assistant.Core.Replies;

namespace Assistant.Core.Generate;

/// <summary>Writes an answer of any length: in one call where it is expected to be short, as a stream otherwise.</summary>
public sealed class GenerateService(DeliveryService delivery)
{
    /// <summary>The kind of its assignments.</summary>
    public const string Kind = "generate";

    public Task WriteAsync(Generation generation, Reply reply, CancellationToken cancellationToken)
    {
        var assignment = new Assignment(Kind, generation.Prompt) { Code = generation.Code, Language = generation.Language };
        var request = new DeliveryRequest(assignment, Prompts.For(generation)) { Choice = generation.Choice };
        return delivery.WriteAsync(request, reply, cancellationToken);
    }
}
