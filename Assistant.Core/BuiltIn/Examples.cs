using Assistant.Core.CSharp;

namespace Assistant.Core.BuiltIn;

/// <summary>Questions a person could ask next, in words the engine understands.</summary>
public static class Examples
{
    /// <summary>For when there is no code: two carry their own.</summary>
    public static string WithoutCode { get; } = Listed(
        "Does this compile? int Twice(int number) { return number * 2 }",
        "What would you change? bool IsEmpty(string text) { if (text == null || text.Length == 0) return true; else return false; }",
        "How do I connect a model?");

    public static string InWorkspace { get; } = Listed("Run the tests", "Use file-scoped namespaces everywhere", "Where is Program declared?");

    /// <summary>Taken from the names of <paramref name="code"/>.</summary>
    public static string For(CodeDescription code)
    {
        var methods = code.Methods.Where(method => method.Name != CodeReader.Statements && !method.Name.EndsWith(')') && !method.Name.EndsWith(']')).ToList();
        var name = methods.MaxBy(method => method.Complexity)?.Name ?? code.Types.FirstOrDefault()?.Name.Split('<')[0];
        return Listed(
            name is null ? "What does this declare?" : $"Who calls {name}?",
            code.Errors.Length > 0 ? "Why does it not compile?" : name is null ? "Does it compile?" : $"What does {name} do?",
            "What would you change?");
    }

    private static string Listed(params string[] questions) =>
        $"{Words.ExamplesHeading}\n\n{string.Join('\n', questions.Select(question => $"- {MarkdownList.Code(question)}"))}";
}
