using System.Runtime.CompilerServices;
using Assistant.Core.CSharp;
using Assistant.Core.Delivery;
using Microsoft.Extensions.AI;

namespace Assistant.Core.BuiltIn;

/// <summary>Decides what an answer is about and has it written.</summary>
public sealed class BuiltInEngine(CSharpEngine csharp)
{
    /// <summary>The answer's paragraphs, in Markdown, each as soon as it is known; or the tools to call before it can go on.</summary>
    public async IAsyncEnumerable<AIContent> AnswerAsync(Work work, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var contents = work.IsAboutWorkspace
            ? WalkAsync(work, work.Tools!, cancellationToken)
            : PartsAsync(work, cancellationToken).Select(part => (AIContent)new TextContent(part));
        await using var parts = contents.GetAsyncEnumerator(cancellationToken);
        for (var next = await NextAsync(parts, work); next.Part is not null; next = await NextAsync(parts, work))
        {
            yield return next.Part;
            if (next.IsLast)
            {
                yield break;
            }
        }
    }

    // What the record holds has been done; the first step beyond it ends this answer with its calls.
    private async IAsyncEnumerable<AIContent> WalkAsync(Work work, ToolRecord tools, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var step in new WorkspacePlan(work.Request, tools, csharp).StepsAsync(cancellationToken))
        {
            if (step is PlanStep.Say say)
            {
                yield return new TextContent(say.Text);
            }
            else if (step is PlanStep.Calls calls && tools.Next(calls.Tool) is { } results)
            {
                calls.Results = results;
            }
            else if (step is PlanStep.Calls open && await open.MakeAsync() is { Count: > 0 } made)
            {
                foreach (var arguments in made)
                {
                    yield return new FunctionCallContent($"call_{Guid.NewGuid():N}", open.Tool, arguments);
                }

                yield break;
            }
        }
    }

    // Code that cannot be read ends the answer with the reason.
    private static async Task<(AIContent? Part, bool IsLast)> NextAsync(IAsyncEnumerator<AIContent> parts, Work work)
    {
        try
        {
            return await parts.MoveNextAsync() ? (parts.Current, false) : (null, true);
        }
        catch (UnreadableCodeException unreadable)
        {
            var why = work.Rewrite is null ? unreadable.Message : RefactorAnswer.Write(work.Code ?? "", TagFor(work.Language), unreadable.Message);
            return (new TextContent(why), true);
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
        var parts = string.IsNullOrWhiteSpace(work.Code)
            ? HelpAnswer.WithoutCode(asked).ToAsyncEnumerable()
            : AboutAsync(work, work.Code, asked, cancellationToken);
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
        var parts = asked is [{ Topic: Topic.Other }] && study is null ? HelpAnswer.WithoutCode(asked).ToAsyncEnumerable()
            : study is null || !IsCSharp(work, study) ? AnyText.Describe(code, work.Language, asked).ToAsyncEnumerable()
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
}
