using Assistant.Core.CSharp;
using Assistant.Core.Delivery;

namespace Assistant.Core.BuiltIn;

/// <summary>Decides what an answer is about and has it written.</summary>
public sealed class BuiltInEngine(CSharpEngine csharp)
{
    /// <summary>The whole answer, in Markdown.</summary>
    public async Task<string> AnswerAsync(Work work, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(work.Code))
        {
            return work.Rewrite is not null
                ? RefactorAnswer.Write(work.Code ?? "", "csharp", "There is no code to refactor: paste some C#.")
                : NoCodeFor(work.Request);
        }

        var topic = Topics.Of(work.Request);
        try
        {
            return work.Rewrite is not null ? await RefactorAsync(work, work.Code, cancellationToken)
                : topic == Topic.Other ? Words.OnlyAModelCan
                : await TellAsync(topic, work, work.Code, cancellationToken);
        }
        catch (UnreadableCodeException unreadable)
        {
            return work.Rewrite is not null ? RefactorAnswer.Write(work.Code, TagFor(work.Language), unreadable.Message) : unreadable.Message;
        }
    }

    private static string NoCodeFor(string request) => Topics.Of(request) == Topic.Other ? Words.OnlyAModelCan : Words.NoCode;

    private async Task<string> RefactorAsync(Work work, string code, CancellationToken cancellationToken)
    {
        if (IsNamedOtherwise(work.Language))
        {
            return LeaveAlone(work, code);
        }

        using var study = await csharp.ReadAsync(code, cancellationToken);
        return IsCSharp(work, study) ? RefactorAnswer.Write(await study.RefactorAsync(FilterOf(work.Rewrite), cancellationToken)) : LeaveAlone(work, code);
    }

    private async Task<string> TellAsync(Topic topic, Work work, string code, CancellationToken cancellationToken)
    {
        if (IsNamedOtherwise(work.Language))
        {
            return Words.AboutAnyText(code, work.Language);
        }

        using var study = await csharp.ReadAsync(code, cancellationToken);
        if (!IsCSharp(work, study))
        {
            return Words.AboutAnyText(code, work.Language);
        }

        if (topic == Topic.Refactoring)
        {
            return RefactorAnswer.Write(await study.RefactorAsync(RuleFilter.None, cancellationToken));
        }

        var description = await study.DescribeAsync(cancellationToken);
        return new DescriptionAnswer(description, await study.RefactorAsync(RuleFilter.None, cancellationToken)).Write(topic);
    }

    private static RuleFilter FilterOf(RewriteWish? wish) => wish is null ? RuleFilter.None : new RuleFilter
    {
        SafeOnly = wish.Level == RewriteLevel.Safe,
        Rejected = [.. wish.Rejected.Select(change => (change.Id, change.Line))],
    };

    private static string LeaveAlone(Work work, string code) =>
        RefactorAnswer.Write(code, TagFor(work.Language ?? "text"), Words.KnowsOnlyCSharp(work.Language));

    private static bool IsNamedOtherwise(string? language) => !string.IsNullOrWhiteSpace(language) && !LanguageGuess.IsNameOfCSharp(language);

    private static bool IsCSharp(Work work, CodeStudy study) => !string.IsNullOrWhiteSpace(work.Language) || study.IsCSharp;

    // A fence's tag is one word.
    private static string TagFor(string? language) => language is null || LanguageGuess.IsNameOfCSharp(language)
        ? "csharp"
        : string.Concat(language.Trim().ToLowerInvariant().TakeWhile(IsTagCharacter));

    private static bool IsTagCharacter(char character) => char.IsAsciiLetterOrDigit(character) || character is '+' or '#' or '-' or '.';
}
