using Assistant.Core.Delivery;
using Microsoft.Extensions.AI;

namespace Assistant.Core.BuiltIn;

/// <summary>What the engine is to do, found in a call that was written for a model.</summary>
/// <param name="Request">The person's own words.</param>
/// <param name="Code">The code they are about; none when no code was given.</param>
/// <param name="Language">The language as the person named it; none when they did not.</param>
/// <param name="Rewrite">The answer is to hold the whole code, refactored, and how; none when it need not.</param>
/// <param name="Earlier">What the person said before, the latest first.</param>
/// <param name="Tools">The tools to work in the workspace with; none where none are offered.</param>
public sealed record Work(
    string Request, string? Code, string? Language, RewriteWish? Rewrite, IReadOnlyList<string> Earlier, ToolRecord? Tools)
{
    /// <summary>
    /// An attached <see cref="Assignment"/> says it all; without one the last user message does, its code apart from the words around it.
    /// Code that is not given is the last that was given before.
    /// </summary>
    public static Work Of(IReadOnlyList<ChatMessage> messages, ChatOptions? options)
    {
        var said = messages.Where(message => message.Role == ChatRole.User).Select(message => Parted(message.Text)).Reverse().ToList();
        List<string> earlier = [.. said.Skip(1).Select(message => message.Words)];
        var tools = ToolRecord.Of(messages, options);
        var assignment = Assignment.Of(options);
        if (!string.IsNullOrWhiteSpace(assignment?.Code))
        {
            return new Work(assignment.Request, assignment.Code, NameOf(assignment.Language), assignment.Rewrite, earlier, tools);
        }

        var asked = assignment is null ? said.FirstOrDefault() : Parted(assignment.Request);
        var given = asked.Code ?? said.Select(message => message.Code).FirstOrDefault(code => code is not null);
        return new Work(asked.Words ?? "", given?.Code, NameOf(assignment?.Language) ?? NameOf(given?.Language), assignment?.Rewrite, earlier, tools);
    }

    /// <summary>Whether the workspace is meant rather than code that was pasted.</summary>
    public bool IsAboutWorkspace => Tools is not null && Rewrite is null && (string.IsNullOrWhiteSpace(Code) || WorkspaceWords.In(Request));

    private static (string Words, FencedCode? Code) Parted(string message)
    {
        var (blocks, words) = FencedCode.In(message);
        if (blocks is [.., var last])
        {
            return (words, last);
        }

        var (around, code) = LooseCode.In(words);
        return (around, code is null ? null : new FencedCode("", code));
    }

    // "Plain text" is what a picker or a fence says when nobody has said anything.
    private static string? NameOf(string? language) => language?.Trim().ToLowerInvariant() switch
    {
        null or "" or "text" or "txt" or "plaintext" or "plain text" or "code" => null,
        _ => language.Trim(),
    };
}
