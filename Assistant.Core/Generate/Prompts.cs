using Assistant.Core.Delivery;
using Microsoft.Extensions.AI;

namespace Assistant.Core.Generate;

internal static class Prompts
{
    private const string System = """
        You are an expert coding assistant. Do what is asked, completely, and nothing besides.
        Write code that is ready to use, in fenced blocks with their language. Keep the words around it few and plain.
        """;

    public static IReadOnlyList<ChatMessage> For(Generation generation) =>
    [
        new(ChatRole.System, System),
        new(ChatRole.User, FencedCode.Above(generation.Prompt, generation.Code, generation.Language)),
    ];
}
