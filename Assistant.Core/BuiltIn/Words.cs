using System.Globalization;
using Assistant.Core.CSharp;

namespace Assistant.Core.BuiltIn;

/// <summary>What the engine says about itself and about text it cannot judge. All of it is text a person reads.</summary>
public static class Words
{
    public const string HowToConnect = """
        To connect a language model, open Settings, or set `OPENAI_BASE_URL`, `OPENAI_API_KEY` and `OPENAI_MODEL` (any OpenAI-compatible endpoint), or
        `CEREBRAS_API_KEY` alone, and start again.
        """;

    public const string WhatItCanDo = """
        It runs on this machine with no key and no network, and knows C#:

        - **Refactor** applies the compiler's stock fixes and checks every step.
        - Paste C# and ask *Does it compile?*, *How complex is it?*, *What does it declare?* or *What would you change?*
        """;

    /// <summary>The answer to what only a model could answer.</summary>
    public const string OnlyAModelCan = $"""
        The built-in engine is no language model and cannot answer that. {WhatItCanDo}

        {HowToConnect}
        """;

    /// <summary>The answer when there is nothing to look at.</summary>
    public const string NoCode = $"""
        This is the built-in engine, which is no language model. {WhatItCanDo}

        {HowToConnect}
        """;

    /// <summary>One sentence, since it stands where a summary of changes would.</summary>
    public static string KnowsOnlyCSharp(string? language) => string.Create(
        CultureInfo.InvariantCulture,
        $"The built-in engine only knows C#, {NotCSharp(language)}, so nothing was changed; set `OPENAI_BASE_URL`, `OPENAI_API_KEY` and "
        + $"`OPENAI_MODEL`, or `CEREBRAS_API_KEY` alone, and start again to use a language model.");

    /// <summary>What is true of any text.</summary>
    public static string AboutAnyText(string code, string? language)
    {
        var lines = code.Split('\n');
        var longest = lines.Max(line => line.TrimEnd('\r').Length);
        var blank = lines.Count(string.IsNullOrWhiteSpace);
        var bytes = System.Text.Encoding.UTF8.GetByteCount(code);
        return string.Create(CultureInfo.InvariantCulture, $"""
            The built-in engine only knows C#, {NotCSharp(language)}, so it can say only what is true of any text:
            {Counted(lines.Length, "line")} ({blank} blank), {Counted(bytes, "byte")}, the longest line {Counted(longest, "character")}.

            {HowToConnect}
            """);
    }

    public static string Counted(int count, string word) => string.Create(CultureInfo.InvariantCulture, $"{count:N0} {word}{(count == 1 ? "" : "s")}");

    /// <summary>What <paramref name="refactored"/> amounts to, in one sentence that claims no more than was checked.</summary>
    public static string Summarize(RefactoredCode refactored)
    {
        var errors = Counted(refactored.ErrorCount, "compiler error");
        var changes = Counted(refactored.Changes.Length, "change");
        var checkedHow = refactored.ErrorCount == 0
            ? "the code compiles as it did before"
            : $"no new compiler error beside the {errors} it came with";
        return refactored switch
        {
            { Changes.Length: 0, IsFinished: false } => "The time for one request was not enough to verify any change, so the code is as it was.",
            { Changes.Length: 0, ErrorCount: 0 } => "There was nothing to improve; the code compiles.",
            { Changes.Length: 0 } => $"There was nothing to improve that is safe beside the {errors} the code came with.",
            { IsFinished: false } => $"{changes}; {checkedHow}; time ran out, so Refactor may find more.",
            _ => $"{changes}; {checkedHow}.",
        };
    }

    private static string NotCSharp(string? language) => language is null ? "and this does not read like C#" : $"not {Shown(language)}";

    // A language comes from outside: one short line of it is enough.
    private static string Shown(string language) => language.Trim().Split('\n')[0] is { Length: > 30 } long_ ? long_[..30] : language.Trim().Split('\n')[0];
}
