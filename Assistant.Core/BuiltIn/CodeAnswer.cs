using System.Runtime.CompilerServices;
using Assistant.Core.CSharp;

namespace Assistant.Core.BuiltIn;

/// <summary>Answers a question about one piece of C#, part by part; what takes longer comes later.</summary>
/// <param name="study">The code.</param>
/// <param name="earlier">What the person said before, the latest first: "it" may be a name in there.</param>
public sealed class CodeAnswer(CodeStudy study, IReadOnlyList<string> earlier)
{
    /// <summary>The paragraphs that answer the reading of <paramref name="asked"/> that fits the code best.</summary>
    public async IAsyncEnumerable<string> WriteAsync(IReadOnlyList<Asked> asked, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var meant = await MeantAsync(asked, cancellationToken);
        var parts = meant.Topic switch
        {
            Topic.Description => DescribeAsync(cancellationToken),
            Topic.Rename or Topic.Place or Topic.Uses or Topic.Member => OneAsync(() => AboutNameAsync(meant, cancellationToken)),
            Topic.Async or Topic.Disposal or Topic.Nulls => OneAsync(() => HazardsAsync(meant.Topic, cancellationToken)),
            Topic.Problems => FindProblemsAsync(cancellationToken),
            Topic.Unused => OneAsync(async () => UnusedAnswer.Write(await study.FindUnusedAsync(cancellationToken))),
            Topic.Changes => OneAsync(async () => [DescriptionParts.Changes(await study.RefactorAsync(RuleFilter.None, cancellationToken))]),
            Topic.Refactoring => OneAsync(() => RefactorAsync(new RuleFilter { Only = meant.Rules }, cancellationToken)),
            Topic.Help or Topic.Other => OneAsync(() => HelpAsync(meant.Topic, cancellationToken)),
            Topic.Tests => OneAsync(() => Task.FromResult<IEnumerable<string>>([Words.NoTests])),
            _ => OneAsync(() => TellAsync(meant.Topic, cancellationToken)),
        };
        await foreach (var part in parts)
        {
            yield return part;
        }
    }

    // A name that is in the code is meant; so is one that can be nothing else; otherwise the same words may ask for something else.
    private async Task<Asked> MeantAsync(IReadOnlyList<Asked> asked, CancellationToken cancellationToken)
    {
        Asked? doubtful = null;
        foreach (var reading in asked)
        {
            var name = reading.Name is "" ? LastName() : reading.Name;
            if (reading.Name is null || (name is not null && (SpokenName.IsCertain(name) || !(await study.LookUpAsync(name, cancellationToken)).Found.IsEmpty)))
            {
                return reading with { Name = name };
            }

            // Several words that are no name here are a name misremembered where a place is asked for, and otherwise just words.
            doubtful ??= name is null || (reading.Topic == Topic.Member && name.Contains(' ', StringComparison.Ordinal)) ? null : reading;
        }

        return doubtful ?? new Asked(Topic.Other);
    }

    private string? LastName() => earlier.SelectMany(Wordings.In)
        .Select(reading => reading.NewName ?? reading.Name)
        .FirstOrDefault(name => !string.IsNullOrEmpty(name));

    private async IAsyncEnumerable<string> DescribeAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var code = await study.DescribeAsync(cancellationToken);
        if (PurposeGuess.For(code) is { } guess)
        {
            yield return guess;
        }

        yield return DescriptionParts.Declarations(code);
        yield return DescriptionParts.Errors(code);
        if (code.Methods.Length > 0)
        {
            yield return DescriptionParts.Complexity(code);
        }

        if (code.Uses.Length > 0)
        {
            yield return DescriptionParts.Dependencies(code with { UnknownNames = [] });
        }

        foreach (var part in HazardParts.Found(await study.FindHazardsAsync(cancellationToken)))
        {
            yield return part;
        }

        yield return DescriptionParts.Changes(await study.RefactorAsync(RuleFilter.None, cancellationToken));
    }

    private async IAsyncEnumerable<string> FindProblemsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        yield return DescriptionParts.Errors(await study.DescribeAsync(cancellationToken));
        foreach (var part in HazardParts.Found(await study.FindHazardsAsync(cancellationToken)))
        {
            yield return part;
        }
    }

    private async Task<IEnumerable<string>> AboutNameAsync(Asked asked, CancellationToken cancellationToken) => asked.Topic == Topic.Rename
        ? RenameAnswer.Write(await study.RenameAsync(asked.Name!, asked.NewName!, cancellationToken), asked.NewName!)
        : [NameAnswer.Write(asked.Topic, asked.Name!, await study.LookUpAsync(asked.Name!, cancellationToken))];

    private async Task<IEnumerable<string>> HazardsAsync(Topic topic, CancellationToken cancellationToken)
    {
        var hazards = await study.FindHazardsAsync(cancellationToken);
        return [topic == Topic.Async ? HazardParts.Async(hazards) : topic == Topic.Disposal ? HazardParts.Disposal(hazards) : HazardParts.Nulls(hazards)];
    }

    private async Task<IEnumerable<string>> TellAsync(Topic topic, CancellationToken cancellationToken)
    {
        var code = await study.DescribeAsync(cancellationToken);
        return topic switch
        {
            Topic.Errors => [DescriptionParts.Errors(code)],
            Topic.Complexity => [DescriptionParts.Complexity(code)],
            Topic.Dependencies => [DescriptionParts.Dependencies(code)],
            _ => [DescriptionParts.Declarations(code), .. DescriptionParts.Methods(code), DescriptionParts.Errors(code)],
        };
    }

    private async Task<IEnumerable<string>> HelpAsync(Topic topic, CancellationToken cancellationToken) => HelpAnswer.Write(
        topic == Topic.Help ? Words.Introduction : Words.OnlyAModelCan, Examples.For(await study.DescribeAsync(cancellationToken)));

    private async Task<IEnumerable<string>> RefactorAsync(RuleFilter filter, CancellationToken cancellationToken) =>
        [RefactorAnswer.Write(await study.RefactorAsync(filter, cancellationToken))];

    private static async IAsyncEnumerable<string> OneAsync(Func<Task<IEnumerable<string>>> answer)
    {
        foreach (var part in await answer())
        {
            yield return part;
        }
    }
}
