using Microsoft.Extensions.AI;

namespace Assistant.Core.Model;

/// <summary>
/// What most of an answer will be word for word, such as the code that is to be changed a little. An endpoint that takes predictions answers sooner; where
/// none are taken it is not sent.
/// </summary>
public sealed record PredictedAnswer(string Text)
{
    private const string Key = "assistant.predictedAnswer";

    public static PredictedAnswer? Of(ChatOptions? options) =>
        options?.AdditionalProperties?.TryGetValue(Key, out var value) == true ? value as PredictedAnswer : null;

    public void AttachTo(ChatOptions options) => (options.AdditionalProperties ??= [])[Key] = this;
}
