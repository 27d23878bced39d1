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

    /// <summary>Under this line a page may make each item of the list a question to click.</summary>
    public const string ExamplesHeading = "You could ask:";

    public const string WhatItCanDo = """
        It runs on this machine with no key and no network, and knows C#:

        - **Refactor** applies the compiler's stock fixes and checks every step.
        - Of pasted C# it tells what it declares and uses, whether it compiles, how complex it is, what is unused, what may be null, and what goes
          wrong with tasks or is never disposed.
        - It finds names and who uses them, and renames them: *Rename Total to Sum*.
        """;

    /// <summary>The answer to what only a model could answer.</summary>
    public const string OnlyAModelCan = $"The built-in engine is no language model and cannot answer that. {WhatItCanDo}";

    /// <summary>Who answers here.</summary>
    public const string Introduction = $"This is the built-in engine, which is no language model. {WhatItCanDo}";

    /// <summary>The answer to a wish to run tests where there is nothing that runs them.</summary>
    public const string NoTests = "There are no tests to run: pasted code is only read, never run.";

    /// <summary>The answer to a question about code when there is none.</summary>
    public const string NoCode = $"There is no code to look at: paste some into the chat or into the editor. {Introduction}";

    /// <summary>One sentence, since it stands where a summary of changes would.</summary>
    public static string KnowsOnlyCSharp(string? language) => string.Create(
        CultureInfo.InvariantCulture,
        $"The built-in engine only knows C#, {NotCSharp(language)}, so nothing was changed; set `OPENAI_BASE_URL`, `OPENAI_API_KEY` and "
        + $"`OPENAI_MODEL`, or `CEREBRAS_API_KEY` alone, and start again to use a language model.");

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

    internal static string NotCSharp(string? language) => language is null ? "and this does not read like C#" : $"not {Shown(language)}";

    // A language comes from outside: one short line of it is enough.
    private static string Shown(string language) => language.Trim().Split('\n')[0] is { Length: > 30 } long_ ? long_[..30] : language.Trim().Split('\n')[0];
}
