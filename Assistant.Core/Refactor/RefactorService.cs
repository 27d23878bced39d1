using Assistant.Core.Delivery;
using Assistant.Core.Diffs;
using Assistant.Core.Model;
using Assistant.Core.Replies;

namespace Assistant.Core.Refactor;

/// <summary>Code in, refactored code out, as it arrives; then what changed and a diff.</summary>
public sealed class RefactorService(DeliveryService delivery)
{
    /// <summary>The kind of its assignments.</summary>
    public const string Kind = "refactor";

    public async Task<RefactorResult> RefactorAsync(
        Refactoring refactoring, DeliveryChoice choice, Reply reply, CancellationToken cancellationToken)
    {
        var reader = new FenceReader();
        var code = new CodeWriter(refactoring.Code, reply);
        await foreach (var text in delivery.DeliverAsync(RequestOf(refactoring, choice), reply, cancellationToken))
        {
            code.Write(reader.Push(text));
        }

        code.Write(reader.Finish());
        return reader.HasCode ? Finished(refactoring, reader, code) : Unfenced(refactoring, reader.Before, code);
    }

    private static DeliveryRequest RequestOf(Refactoring refactoring, DeliveryChoice choice)
    {
        var assignment = new Assignment(Kind, refactoring.Instruction ?? "")
        {
            Code = refactoring.Code,
            Language = refactoring.Language,
            Rewrite = new RewriteWish { Level = refactoring.Level, Rejected = refactoring.Rejected },
        };
        return new DeliveryRequest(assignment, Prompts.For(refactoring)) { Choice = choice };
    }

    private static RefactorResult Finished(Refactoring refactoring, FenceReader reader, CodeWriter code)
    {
        code.End();
        if (string.IsNullOrWhiteSpace(code.Text))
        {
            throw new ModelException(ModelFault.BadResponse, "The model returned an empty code block, so your code was left as it is. Please try again.");
        }

        return ResultOf(refactoring, code.Text, reader.After);
    }

    /// <summary>Without a fence an answer is code only if some of the original's own lines stand in it; otherwise it is words about the code.</summary>
    private static RefactorResult Unfenced(Refactoring refactoring, string answer, CodeWriter code)
    {
        if (!SharesLine(refactoring.Code, answer))
        {
            code.Write(refactoring.Code.ReplaceLineEndings("\n"));
            code.End();
            return ResultOf(refactoring, code.Text, answer);
        }

        code.Write(answer.Trim('\n'));
        code.End();
        return ResultOf(refactoring, code.Text, "");
    }

    private static RefactorResult ResultOf(Refactoring refactoring, string code, string words)
    {
        var (summary, changes) = SummaryReader.Read(words);
        var (removed, added) = UnifiedDiff.Count(refactoring.Code, code);
        var diff = UnifiedDiff.Between(refactoring.Code, code, "code");
        return new RefactorResult(code, summary.Length > 0 ? summary : SummaryOf(removed, added), changes, diff);
    }

    private static string SummaryOf(int removed, int added) =>
        removed + added == 0 ? "Nothing was changed." : $"Lines removed: {removed}, lines added: {added}.";

    private static bool SharesLine(string original, string answer)
    {
        var lines = TellingLines(original).ToHashSet();
        return TellingLines(answer).Any(lines.Contains);
    }

    /// <summary>Lines long enough that prose does not contain them by chance, as a brace would be.</summary>
    private static IEnumerable<string> TellingLines(string text) =>
        text.Split('\n', StringSplitOptions.TrimEntries).Where(line => line.Length >= 8);
}
