using System.Text;
using Assistant.Core;
using Assistant.Core.Delivery;
using Assistant.Core.Refactor;
using Assistant.Core.Replies;
using Assistant.Web.Components.Parts;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.JSInterop;

namespace Assistant.Tests.Components.Workbench;

public sealed class RefactoringInThePaneTests : CodePaneTest
{
    [Fact]
    public async Task A_refactoring_that_is_refused_is_one_sentence_and_leaves_what_was_there()
    {
        var pane = Show();
        await RefactorAsync(pane);
        Finish("int b = 1;\n");
        IsFull = true;

        await RefactorAsync(pane);

        Assert.Equal("Too many at once.", pane.Find("[role=alert]").TextContent.Trim());
        pane.One("region", "Refactored code");
        IsFull = false;
        await RefactorAsync(pane);
        Assert.Empty(pane.FindAll("[role=alert]"));
    }

    [Fact]
    public async Task Refactoring_takes_the_code_and_its_language()
    {
        var pane = Show();
        pane.One("combobox", "Language").Change("Go");

        await RefactorAsync(pane);

        Assert.Equal([new Refactoring("int a = 1;\n", "Go")], Started.Select(started => started.Refactoring));
        pane.One("region", "Refactored code");
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n \n")]
    public async Task Without_code_there_is_nothing_to_refactor(string code)
    {
        Browser.Text = code;
        var pane = Show();

        await RefactorAsync(pane);

        Assert.Empty(Started);
        Assert.Equal("Paste some code into the editor first.", pane.One("alert").TextContent);
    }

    [Fact]
    public async Task Code_over_the_limit_is_not_refactored()
    {
        Browser.Text = new string('a', InputLimits.TextBytes + 1);
        var pane = Show();

        await RefactorAsync(pane);

        Assert.Empty(Started);
        Assert.Equal(InputLimits.TooLong("code"), pane.One("alert").TextContent);
    }

    [Fact]
    public async Task An_alert_goes_when_what_was_wrong_is_put_right()
    {
        Browser.Text = "";
        var pane = Show();
        await RefactorAsync(pane);

        Browser.Text = "int a = 1;\n";
        await RefactorAsync(pane);

        Assert.False(pane.Has("alert"));
    }

    [Fact]
    public async Task While_it_refactors_no_other_refactoring_can_beStarted()
    {
        var pane = Show();

        await RefactorAsync(pane);
        Assert.True(pane.One("button", "Refactor").HasAttribute("disabled"));
        await pane.InvokeAsync(pane.FindComponent<CodeEditor>().Instance.RefactorAsync);
        Assert.Single(Started);

        Finish("var a = 1;\n");
        pane.WaitForAssertion(() => Assert.False(pane.One("button", "Refactor").HasAttribute("disabled")));
    }

    [Fact]
    public async Task Pressing_Refactor_twice_starts_one()
    {
        var read = new TaskCompletionSource();
        Browser.Slow = ("read", read.Task);
        var pane = Show();

        var refactoring = Task.WhenAll(RefactorAsync(pane), RefactorAsync(pane));
        read.SetResult();
        await refactoring;

        Assert.Single(Started);
    }

    [Fact]
    public async Task Accepting_puts_the_code_into_the_editor_and_the_cursor_with_it()
    {
        var pane = Show();
        await RefactorAsync(pane);
        Finish("var a = 1;\n");
        pane.WaitForAssertion(() => Assert.False(pane.One("button", "Accept").HasAttribute("disabled")));

        await pane.PressAsync("Accept");

        Assert.False(pane.Has("region", "Refactored code"));
        var code = (DotNetStreamReference)(await Browser.NextAsync("set")).Arguments[0]!;
        Assert.Equal("var a = 1;\n", Encoding.UTF8.GetString(((MemoryStream)code.Stream).ToArray()));
        await Browser.NextAsync("focus");
    }

    [Fact]
    public async Task Discarding_stops_a_refactoring_that_arrives_and_leaves_the_code_alone()
    {
        var pane = Show();
        await RefactorAsync(pane);
        await Browser.NextAsync("begin");

        await pane.PressAsync("Discard");

        Assert.False(pane.Has("region", "Refactored code"));
        Assert.False(pane.One("button", "Refactor").HasAttribute("disabled"));
        Assert.Equal(ReplyState.Stopped, Started[0].Reply.State);
        Assert.NotEqual("set", (await Browser.NextAsync()).Function);
    }

    [Fact]
    public async Task A_failed_refactoring_is_tried_again_with_the_code_it_began_with()
    {
        var pane = Show();
        await RefactorAsync(pane);
        Started[0].Reply.Fail(new ReplyFailure(null, "It broke."));
        pane.WaitForAssertion(() => pane.One("button", "Retry"));

        Browser.Text = "typed since";
        await pane.PressAsync("Retry");

        Assert.Equal(["int a = 1;\n", "int a = 1;\n"], Started.Select(started => started.Refactoring.Code));
        Assert.False(pane.Has("alert"));
    }

    [Fact]
    public async Task A_rejected_change_is_left_out_of_the_same_refactoring_and_a_restored_one_is_back()
    {
        var pane = Show();
        pane.One("combobox", "Refactor level").Change("Safe");
        await RefactorAsync(pane);
        Finish("var a = 1;\n", new CodeChange("IDE0007", "use var", 14));
        pane.WaitForAssertion(() => pane.One("button", "Reject IDE0007 at line 14"));

        Browser.Text = "typed since";
        await pane.PressAsync("Reject IDE0007 at line 14");
        Finish("int a = 1;\n");
        pane.WaitForAssertion(() => pane.One("button", "Restore IDE0007 at line 14"));
        await pane.PressAsync("Restore IDE0007 at line 14");

        Assert.All(Started, started => Assert.Equal(("int a = 1;\n", RewriteLevel.Safe), (started.Refactoring.Code, started.Refactoring.Level)));
        Assert.Equal([0, 1, 0], Started.Select(started => started.Refactoring.Rejected.Count));
        Assert.Equal(new RejectedChange("IDE0007", 14), Started[1].Refactoring.Rejected[0]);
    }
}
