using Assistant.Core.Delivery;
using Assistant.Core.Replies;

namespace Assistant.Core.Ask;

/// <summary>Answers a short, focused question in one synchronous call. An answer that reaches the limit stays cut until the person wants the rest.</summary>
public sealed class AskService(DeliveryService delivery)
{
    /// <summary>The kind of its assignments.</summary>
    public const string Kind = "ask";

    /// <summary>The most tokens an answer has.</summary>
    public const int TokenLimit = 300;

    public Task AnswerAsync(Question question, Reply reply, CancellationToken cancellationToken) =>
        delivery.WriteAsync(Request(question) with { Choice = DeliveryChoice.Sync, TokenLimit = TokenLimit }, reply, cancellationToken);

    /// <summary>Goes on with an answer that was cut or broke off, now without a limit.</summary>
    public Task ContinueAsync(Question question, string partial, Reply reply, CancellationToken cancellationToken) =>
        delivery.ContinueAsync(Request(question), partial, reply, cancellationToken);

    private static DeliveryRequest Request(Question question) => new(
        new Assignment(Kind, question.Text) { Code = question.Code, Language = question.Language },
        Prompts.For(question));
}
