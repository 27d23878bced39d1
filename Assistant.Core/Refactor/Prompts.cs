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

    public static IReadOnlyList<ChatMessage> For(Refactoring refactoring) =>
    [
        new(ChatRole.System, System),
        new(ChatRole.User, FencedCode.Above(InstructionOf(refactoring), refactoring.Code, refactoring.Language)),
    ];

    private static string InstructionOf(Refactoring refactoring) =>
        string.IsNullOrWhiteSpace(refactoring.Instruction) ? DefaultInstruction : refactoring.Instruction;
}
