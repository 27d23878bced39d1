using System.Text;
using Assistant.Core.CSharp;
using Assistant.Core.Delivery;

namespace Assistant.Core.BuiltIn;

/// <summary>
/// Writes a refactoring the way every model is asked to: the whole code in one fence, one sentence of summary, then a list line for
/// each change.
/// </summary>
public static class RefactorAnswer
{
    public static string Write(RefactoredCode refactored)
    {
        var text = new StringBuilder(Write(refactored.Code, "csharp", Words.Summarize(refactored) + LeftOf(refactored)));
        if (refactored.Changes.Length > 0)
        {
            text.Append("\n\n").Append(ListOf(refactored.Changes));
        }

        return text.ToString();
    }

    /// <summary>The answer that leaves the code alone and says why.</summary>
    public static string Write(string code, string language, string why) => $"{new FencedCode(language, code)}\n\n{why}";

    /// <summary>One Markdown list line for each change.</summary>
    public static string ListOf(IEnumerable<CodeChange> changes) =>
        string.Join('\n', changes.Select(change => $"- {change.Id}, line {change.Line}: {change.Sentence}"));

    private static string LeftOf(RefactoredCode refactored) =>
        refactored.IsFinished || refactored.Left.IsEmpty ? "" : $" Left to do: {string.Join(", ", refactored.Left)}.";
}
