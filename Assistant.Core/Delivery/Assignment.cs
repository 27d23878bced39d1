using Microsoft.Extensions.AI;

namespace Assistant.Core.Delivery;

/// <summary>
/// What a person asked for, apart from how a prompt words it. Delivery guesses the length of the answer from it, and an
/// <see cref="IChatClient"/> that reads no prompts (the built-in engine) finds it in <see cref="ChatOptions.AdditionalProperties"/>.
/// </summary>
/// <param name="Kind">The kind of request, in one word ("ask", "refactor"); answers of one kind are expected to be of similar length.</param>
/// <param name="Request">The person's own words; empty when there are none.</param>
public sealed record Assignment(string Kind, string Request)
{
    private const string Key = "assistant.assignment";

    /// <summary>The code the request is about, as it was pasted.</summary>
    public string? Code { get; init; }

    /// <summary>The language of <see cref="Code"/> as the person named it ("C#", "python"); none when they did not say.</summary>
    public string? Language { get; init; }

    /// <summary>The answer is to hold the whole of <see cref="Code"/>, rewritten, and how; none when it need not.</summary>
    public RewriteWish? Rewrite { get; init; }

    public static Assignment? Of(ChatOptions? options) =>
        options?.AdditionalProperties?.TryGetValue(Key, out var value) == true ? value as Assignment : null;

    public void AttachTo(ChatOptions options) => (options.AdditionalProperties ??= [])[Key] = this;
}
