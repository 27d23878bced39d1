using Assistant.Core.Delivery;
using Microsoft.Extensions.AI;

namespace Assistant.Core.Ask;

internal static class Prompts
{
    private const string System = """
        You are an expert coding assistant. Answer the one question that is asked, concisely and precisely.
        Lead with the answer itself, then say why in a sentence or two. Show code only where it answers faster than words, in a fenced block with its language.
        Refer to the names in the given code. If the code does not tell, say so instead of guessing.
        """;

    public static IReadOnlyList<ChatMessage> For(Question question) =>
    [
        new(ChatRole.System, System),
        new(ChatRole.User, FencedCode.Above(question.Text, question.Code, question.Language)),
    ];
}
