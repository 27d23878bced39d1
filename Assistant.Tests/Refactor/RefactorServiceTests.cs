using Assistant.Core.Delivery;
using Assistant.Core.Model;
using Assistant.Core.Refactor;
using Assistant.Core.Replies;
using Assistant.Tests.Fakes;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;

namespace Assistant.Tests.Refactor;

public sealed class RefactorServiceTests
{
    private const string Original = "var total = 0;\nforeach (var item in items) { total += item.Price; }\n";
    private const string Better = "var total = items.Sum(item => item.Price);";

    private readonly Reply _reply = new(new ManualTime());

    [Fact]
    public async Task The_code_streams_into_the_reply_and_the_words_after_it_explain()
    {
        var result = await RefactorAsync(Original, "Here:\n``", "`csharp\nvar total = ", "items.Sum(item => item.Price);\n`", "``\nShorter.\n\n- line 2: One sum instead of a loop.\n- IDE0007, line 1: `var` stays.\n");

        Assert.Equal(Better + "\n", result.Code);
        Assert.Equal(result.Code, await CodeInReplyAsync());
        Assert.Equal("Shorter.", result.Summary);
        Assert.Equal([new CodeChange(null, "One sum instead of a loop.", 2), new CodeChange("IDE0007", "`var` stays.", 1)], result.Changes);
        Assert.Equal(
            $"--- a/code\n+++ b/code\n@@ -1,2 +1,1 @@\n-var total = 0;\n-foreach (var item in items) {{ total += item.Price; }}\n+{Better}\n",
            result.Diff);
    }

    [Fact]
    public async Task Without_words_the_summary_comes_from_the_diff() =>
        Assert.Equal("Lines removed: 2, lines added: 1.", (await RefactorAsync(Original, $"```\n{Better}\n```")).Summary);

    [Fact]
    public async Task Code_that_comes_back_unchanged_is_said_to_be() =>
        Assert.Equal(("Nothing was changed.", ""), (await RefactorAsync("var a = 1;", "```\nvar a = 1;\n```")) is var result ? (result.Summary, result.Diff) : default);

    [Theory]
    [InlineData("a();\r\nb();\r\n", "```\na();\nc();\n```", "a();\r\nc();\r\n")]
    [InlineData("a();\nb();", "```\na();\nc();\n```", "a();\nc();")]
    public async Task Line_ends_stay_those_of_the_original(string original, string answer, string code) =>
        Assert.Equal(code, (await RefactorAsync(original, answer)).Code);

    [Fact]
    public async Task An_answer_without_a_fence_that_shares_lines_with_the_original_is_the_code() =>
        Assert.Equal("var total = 0;\nreturn total;\n", (await RefactorAsync(Original, "var total = 0;\nreturn total;\n")).Code);

    [Fact]
    public async Task An_answer_of_words_alone_leaves_the_code_as_it_was()
    {
        var result = await RefactorAsync(Original, "This is fine as it is.");

        Assert.Equal((Original, "This is fine as it is.", ""), (result.Code, result.Summary, result.Diff));
    }

    [Fact]
    public async Task An_empty_block_is_a_bad_response_and_not_an_empty_file()
    {
        var failure = await Assert.ThrowsAsync<ModelException>(() => RefactorAsync(Original, "```csharp\n```\nDone."));

        Assert.Equal(ModelFault.BadResponse, failure.Kind);
    }

    [Fact]
    public async Task A_cut_answer_is_joined_inside_the_code()
    {
        var model = new ScriptedModel(
            new ScriptedTurn("```csharp\nvar total = items.Su") { FinishReason = ChatFinishReason.Length },
            new ScriptedTurn("```csharp\nm(item => item.Price);\n```\nShorter."));

        var result = await RefactorAsync(model, "var x;");

        Assert.DoesNotContain("```", result.Code, StringComparison.Ordinal);
        Assert.Equal("Shorter.", result.Summary);
    }

    [Fact]
    public async Task The_model_is_told_the_form_and_the_wish()
    {
        var model = new ScriptedModel(["```\nx\n```"]);

        await RefactorAsync(model, "var x;", "Use LINQ");

        Assert.Contains("One fenced code block with the complete refactored code", model.Calls[0].Messages[0].Text, StringComparison.Ordinal);
        Assert.EndsWith("Use LINQ", model.Calls[0].Messages[1].Text, StringComparison.Ordinal);
        Assert.Equal(RewriteLevel.Modern, Assignment.Of(model.Calls[0].Options)!.Rewrite!.Level);
    }

    [Fact]
    public async Task The_level_and_what_was_rejected_reach_the_model_and_the_engine()
    {
        var model = new ScriptedModel(["```\nx\n```"]);
        var rejected = new RejectedChange("IDE0044", 14);

        await RefactorAsync(model, new Refactoring("var x;", "C#") { Level = RewriteLevel.Safe, Rejected = [rejected] });

        var request = model.Calls[0].Messages[1].Text;
        Assert.Contains("cannot alter what the code does", request, StringComparison.Ordinal);
        Assert.EndsWith("Leave these lines of the original code as they are in this respect, and do the rest:\n- line 14 (IDE0044)", request, StringComparison.Ordinal);
        Assert.Equal(RewriteLevel.Safe, Assignment.Of(model.Calls[0].Options)!.Rewrite!.Level);
        Assert.Equal([rejected], Assignment.Of(model.Calls[0].Options)!.Rewrite!.Rejected);
    }

    private Task<RefactorResult> RefactorAsync(string original, params string[] answer) => RefactorAsync(new ScriptedModel(answer), original);

    private Task<RefactorResult> RefactorAsync(ScriptedModel model, string original, string? instruction = null) =>
        RefactorAsync(model, new Refactoring(original, "C#", instruction));

    private async Task<RefactorResult> RefactorAsync(ScriptedModel model, Refactoring refactoring)
    {
        await using var services = TestServices.Create(model, new ManualTime());
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<RefactorService>()
            .RefactorAsync(refactoring, DeliveryChoice.Auto, _reply, CancellationToken.None);
    }

    private async Task<string> CodeInReplyAsync()
    {
        _reply.Complete(null);
        var code = "";
        await foreach (var batch in _reply.WatchAsync(0, CancellationToken.None))
        {
            code += batch.Code;
        }

        return code;
    }
}
