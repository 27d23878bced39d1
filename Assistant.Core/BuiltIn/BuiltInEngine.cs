using Assistant.Core.CSharp;

namespace Assistant.Core.BuiltIn;

/// <summary>Decides what an answer is about and has it written.</summary>
public sealed class BuiltInEngine(CSharpEngine csharp)
{
    /// <summary>The whole answer, in Markdown.</summary>
    public async Task<string> AnswerAsync(Work work, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(work.Code))
        {
            return work.RewritesCode ? RefactorAnswer.Write(work.Code ?? "", "csharp", "There is no code to refactor: paste some C#.") : NoCodeFor(work.Request);
        }

        var topic = Topics.Of(work.Request);
        try
        {
            return work.RewritesCode ? await RefactorAsync(work, work.Code, cancellationToken)
                : topic == Topic.Other ? Words.OnlyAModelCan
                : await TellAsync(topic, work, work.Code, cancellationToken);
        }
        catch (UnreadableCodeException unreadable)
        {
            return work.RewritesCode ? RefactorAnswer.Write(work.Code, TagFor(work.Language), unreadable.Message) : unreadable.Message;
        }
    }

    private static string NoCodeFor(string request) => Topics.Of(request) == Topic.Other ? Words.OnlyAModelCan : Words.NoCode;

    private async Task<string> RefactorAsync(Work work, string code, CancellationToken cancellationToken)
    {
        if (!await IsCSharpAsync(work, code, cancellationToken))
        {
            return RefactorAnswer.Write(code, TagFor(work.Language ?? "text"), Words.KnowsOnlyCSharp(work.Language));
        }

        return RefactorAnswer.Write(await csharp.RefactorAsync(code, cancellationToken));
    }

    private async Task<string> TellAsync(Topic topic, Work work, string code, CancellationToken cancellationToken)
    {
        if (!await IsCSharpAsync(work, code, cancellationToken))
        {
            return Words.AboutAnyText(code, work.Language);
        }

        var refactored = await csharp.RefactorAsync(code, cancellationToken);
        return topic == Topic.Refactoring
            ? RefactorAnswer.Write(refactored)
            : new DescriptionAnswer(await csharp.DescribeAsync(code, cancellationToken), refactored).Write(topic);
    }

    private async Task<bool> IsCSharpAsync(Work work, string code, CancellationToken cancellationToken) =>
        work.Language is { } language && !string.IsNullOrWhiteSpace(language)
            ? LanguageGuess.IsNameOfCSharp(language)
            : await csharp.IsCSharpAsync(code, cancellationToken);

    // A fence's tag is one word.
    private static string TagFor(string? language) => language is null || LanguageGuess.IsNameOfCSharp(language)
        ? "csharp"
        : string.Concat(language.Trim().ToLowerInvariant().TakeWhile(character => char.IsAsciiLetterOrDigit(character) || character is '+' or '#' or '-' or '.'));
}
