using System.Text.RegularExpressions;

namespace Assistant.Core.Delivery;

/// <summary>Code as a prompt carries it: in a fence that nothing inside the code can close.</summary>
public static partial class FencedCode
{
    private const int ShortestFence = 3;

    public static string Of(string code, string? language)
    {
        var fence = new string('`', Math.Max(ShortestFence, LongestRun(code) + 1));
        return $"{fence}{TagOf(language)}\n{code.TrimEnd('\r', '\n')}\n{fence}";
    }

    /// <summary>The code, where there is some, and the request under it.</summary>
    public static string Above(string request, string? code, string? language) =>
        string.IsNullOrWhiteSpace(code) ? request : $"Given this code:\n\n{Of(code, language)}\n\n{request}";

    /// <summary>The info string of a fence: one word, as Markdown's readers know it ("C#" is "csharp").</summary>
    public static string TagOf(string? language) => language?.Trim().ToLowerInvariant() switch
    {
        null or "" or "plain text" => "",
        "c#" or "cs" => "csharp",
        "c++" => "cpp",
        "f#" => "fsharp",
        "visual basic" or "vb" => "vb",
        "shell" => "bash",
        { } other => Spaces().Replace(other, "-"),
    };

    private static int LongestRun(string code) =>
        Backticks().Matches(code).Select(run => run.Length).DefaultIfEmpty(0).Max();

    [GeneratedRegex("`{3,}")]
    private static partial Regex Backticks();

    [GeneratedRegex(@"[\s`]+")]
    private static partial Regex Spaces();
}
