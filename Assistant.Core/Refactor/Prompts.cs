using System.Globalization;
using Assistant.Core.Delivery;
using Microsoft.Extensions.AI;

namespace Assistant.Core.Refactor;

internal static class Prompts
{
    public const string DefaultInstruction = "Refactor this code.";

    private const string System = """
        You are an expert at refactoring. You are given code; return all of it, refactored, so that it can take the place of the original.
        Improve readability, simplicity and idiom. Keep the behaviour, the public names and signatures, the comments that are still true, and the style of indentation.
        Answer in this form and no other:
        1. One fenced code block with the complete refactored code. Leave nothing out, put nothing before it.
        2. After it, one sentence that sums up what changed.
        3. Then a list with one line for each change: "- line 14: what changed and why", counting lines in the original code.
        If there is nothing worth changing, return the code as it is and say so.
        """;

    private const string Safe = """
        Make only changes that cannot alter what the code does: the same results, exceptions, order of evaluation and side effects for every input.
        Where you are not certain, leave the code as it is.
        """;

    private const string Rejected = """
        These changes of an earlier attempt are not wanted. Leave these lines of the original code as they are in this respect, and do the rest:
        """;

    public static IReadOnlyList<ChatMessage> For(Refactoring refactoring) =>
    [
        new(ChatRole.System, System),
        new(ChatRole.User, FencedCode.Above(InstructionOf(refactoring), refactoring.Code, refactoring.Language)),
    ];

    private static string InstructionOf(Refactoring refactoring) => string.Join("\n\n", LinesOf(refactoring));

    private static IEnumerable<string> LinesOf(Refactoring refactoring)
    {
        yield return string.IsNullOrWhiteSpace(refactoring.Instruction) ? DefaultInstruction : refactoring.Instruction;
        if (refactoring.Level == RewriteLevel.Safe)
        {
            yield return Safe;
        }

        if (refactoring.Rejected.Count > 0)
        {
            var changes = refactoring.Rejected.Select(change => string.Create(CultureInfo.InvariantCulture, $"- line {change.Line} ({change.Id})"));
            yield return $"{Rejected}\n{string.Join('\n', changes)}";
        }
    }
}
