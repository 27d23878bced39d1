using System.Runtime.CompilerServices;
using Assistant.Core.CSharp;
using Assistant.Core.Delivery;

namespace Assistant.Core.BuiltIn;

/// <summary>Decides what an answer is about and has it written.</summary>
public sealed class BuiltInEngine(CSharpEngine csharp)
{
    /// <summary>The answer's paragraphs, in Markdown, each as soon as it is known.</summary>
    public async IAsyncEnumerable<string> AnswerAsync(Work work, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var parts = PartsAsync(work, cancellationToken).GetAsyncEnumerator(cancellationToken);
        for (var next = await NextAsync(parts, work); next.Part is not null; next = await NextAsync(parts, work))
        {
            yield return next.Part;
            if (next.IsLast)
            {
                yield break;
            }
        }
    }

    // Code that cannot be read ends the answer with the reason.
    private static async Task<(string? Part, bool IsLast)> NextAsync(IAsyncEnumerator<string> parts, Work work)
    {
        try
        {
            return await parts.MoveNextAsync() ? (parts.Current, false) : (null, true);
        }
        catch (UnreadableCodeException unreadable)
        {
            return (work.Rewrite is null ? unreadable.Message : RefactorAnswer.Write(work.Code ?? "", TagFor(work.Language), unreadable.Message), true);
        }
    }

    private async IAsyncEnumerable<string> PartsAsync(Work work, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (work.Rewrite is not null)
        {
            yield return string.IsNullOrWhiteSpace(work.Code)
                ? RefactorAnswer.Write(work.Code ?? "", "csharp", "There is no code to refactor: paste some C#.")
                : await RefactorAsync(work, work.Code, cancellationToken);
            yield break;
        }

        var asked = Wordings.In(work.Request);
        var parts = string.IsNullOrWhiteSpace(work.Code) ? Sequence(HelpAnswer.WithoutCode(asked)) : AboutAsync(work, work.Code, asked, cancellationToken);
        await foreach (var part in parts)
        {
            yield return part;
        }
    }

    private async Task<string> RefactorAsync(Work work, string code, CancellationToken cancellationToken)
    {
        if (IsNamedOtherwise(work.Language))
        {
            return LeaveAlone(work, code);
        }

        using var study = await csharp.ReadAsync(code, cancellationToken);
        return IsCSharp(work, study) ? RefactorAnswer.Write(await study.RefactorAsync(FilterOf(work.Rewrite), cancellationToken)) : LeaveAlone(work, code);
    }

    private async IAsyncEnumerable<string> AboutAsync(
        Work work, string code, IReadOnlyList<Asked> asked, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var study = IsNamedOtherwise(work.Language) ? null : await csharp.ReadAsync(code, cancellationToken);
        var parts = asked is [{ Topic: Topic.Other }] && study is null ? Sequence(HelpAnswer.WithoutCode(asked))
            : study is null || !IsCSharp(work, study) ? Sequence(AnyText.Describe(code, work.Language, asked))
            : new CodeAnswer(study, work.Earlier).WriteAsync(asked, cancellationToken);
        await foreach (var part in parts)
        {
            yield return part;
        }
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

    private static async IAsyncEnumerable<string> Sequence(IEnumerable<string> parts)
    {
        await Task.CompletedTask;
        foreach (var part in parts)
        {
            yield return part;
        }
    }
}
