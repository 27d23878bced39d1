using Assistant.Core.Delivery;
using Microsoft.Extensions.AI;

namespace Assistant.Core.BuiltIn;

/// <summary>What the engine is to do, found in a call that was written for a model.</summary>
/// <param name="Request">The person's own words.</param>
/// <param name="Code">The code they are about; none when no code was given.</param>
/// <param name="Language">The language as the person named it; none when they did not.</param>
/// <param name="Rewrite">The answer is to hold the whole code, refactored, and how; none when it need not.</param>
public sealed record Work(string Request, string? Code, string? Language, RewriteWish? Rewrite)
{
    /// <summary>
    /// An attached <see cref="Assignment"/> says it all; without one the last user message does, its fenced code apart from the words
    /// around it. Code that is not given is the last that was given before.
    /// </summary>
    public static Work Of(IEnumerable<ChatMessage> messages, ChatOptions? options)
    {
        var said = messages.Where(message => message.Role == ChatRole.User).Select(message => FencedCode.In(message.Text)).Reverse();
        var assignment = Assignment.Of(options);
        if (!string.IsNullOrWhiteSpace(assignment?.Code))
        {
            return new Work(assignment.Request, assignment.Code, NameOf(assignment.Language), assignment.Rewrite);
        }

        var asked = FencedCode.In(assignment?.Request ?? messages.LastOrDefault(message => message.Role == ChatRole.User)?.Text ?? "");
        var given = asked.Blocks is [.., var last] ? last : said.SelectMany(message => message.Blocks.Reverse()).FirstOrDefault();
        return new Work(asked.Words, given?.Code, NameOf(assignment?.Language) ?? NameOf(given?.Language), assignment?.Rewrite);
    }

    // "Plain text" is what a picker or a fence says when nobody has said anything.
    private static string? NameOf(string? language) => language?.Trim().ToLowerInvariant() switch
    {
        null or "" or "text" or "txt" or "plaintext" or "plain text" or "code" => null,
        _ => language.Trim(),
    };
}
