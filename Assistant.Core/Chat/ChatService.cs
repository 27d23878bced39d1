using Assistant.Core.Delivery;
using Assistant.Core.Replies;

namespace Assistant.Core.Chat;

/// <summary>Answers the next message of a conversation, in one call or as a stream.</summary>
public sealed class ChatService(DeliveryService delivery)
{
    /// <summary>The kind of its assignments.</summary>
    public const string Kind = "chat";

    public Task AnswerAsync(ChatRequest request, Reply reply, CancellationToken cancellationToken) =>
        delivery.WriteAsync(RequestOf(request), reply, cancellationToken);

    /// <summary>Goes on with an answer that broke off.</summary>
    public Task ContinueAsync(ChatRequest request, string partial, Reply reply, CancellationToken cancellationToken) =>
        delivery.ContinueAsync(RequestOf(request), partial, reply, cancellationToken);

    private static DeliveryRequest RequestOf(ChatRequest request)
    {
        var assignment = new Assignment(Kind, request.Message) { Code = request.Code, Language = request.Language };
        return new DeliveryRequest(assignment, Prompts.For(request)) { Choice = request.Choice };
    }
}
