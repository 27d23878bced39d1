using AngleSharp.Dom;
using Assistant.Core.Delivery;
using Assistant.Core.Refactor;
using Assistant.Core.Replies;
using Assistant.Tests.Components.Parts;
using Assistant.Tests.Fakes;
using Assistant.Web.Components.Workbench;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.JSInterop;

namespace Assistant.Tests.Components.Workbench;

public sealed class RefactoredCodeTests : BunitContext
{
    private static readonly CodeChange UseVar = new("IDE0007", "use var", 14);
    private static readonly CodeChange Rename = new(null, "say what it counts", null);

    private readonly FakeBrowser _browser = new();
    private readonly Reply _reply;
    private readonly List<string> _wishes = [];

    public RefactoredCodeTests()
    {
        var time = new ManualTime();
        _reply = new Reply(time);
        Services.AddSingleton<IJSRuntime>(_browser);
        Services.AddSingleton<TimeProvider>(time);
    }

    [Fact]
    public void Until_code_arrives_it_works()
    {
        var code = Show();

        code.One("region", "Refactored code");
        Assert.NotNull(code.Find(".working p.working"));
        _reply.Append(new ReplyEvent.Code("var a = 1;\n"));

        code.WaitForAssertion(() => Assert.Empty(code.FindAll(".working")));
    }

    [Fact]
    public async Task It_can_be_accepted_only_when_it_is_done()
    {
        var code = Show();
        Assert.True(code.One("button", "Accept").HasAttribute("disabled"));

        Finish("var a = 1;\n");
        code.WaitForAssertion(() => Assert.False(code.One("button", "Accept").HasAttribute("disabled")));
        await code.PressAsync("Accept");

        Assert.Equal(["accept var a = 1;\n"], _wishes);
    }

    [Fact]
    public async Task It_can_be_discarded_at_any_time()
    {
        var code = Show();

        await code.PressAsync("Discard");
        Finish("var a = 1;\n");
        await code.PressAsync("Discard");

        Assert.Equal(["discard", "discard"], _wishes);
    }

    [Fact]
    public async Task It_can_be_stopped_and_then_there_is_nothing_to_accept()
    {
        var code = Show();
        _reply.Append(new ReplyEvent.Code("var "));

        await code.PressAsync("Stop refactoring");

        code.WaitForAssertion(() => Assert.False(code.Has("button", "Stop refactoring")));
        Assert.Equal(ReplyState.Stopped, _reply.State);
        Assert.True(code.One("button", "Accept").HasAttribute("disabled"));
        Assert.Equal("stopped", code.Find("[data-part=facts] > span").TextContent);
        Assert.False(code.Has("alert"));
    }

    [Fact]
    public void Every_change_is_explained_with_its_rule_and_its_line_where_they_are_known()
    {
        var code = Show();

        Finish("var a = 1;\n", UseVar, Rename);

        code.WaitForAssertion(() => Assert.Equal("2 changes", code.Find(".count").TextContent));
        Assert.Equal("Two things.", code.Find(".changes p").TextContent);
        Assert.Equal(["IDE0007 use var line 14 Reject", "say what it counts"], code.All("listitem").Select(Words));
    }

    [Fact]
    public async Task A_change_of_a_rule_leads_to_its_page_and_can_be_rejected()
    {
        var code = Show();
        Finish("var a = 1;\n", UseVar, Rename);

        code.WaitForAssertion(() => Assert.EndsWith("/ide0007", code.One("link", "IDE0007").GetAttribute("href"), StringComparison.Ordinal));
        await code.PressAsync("Reject IDE0007 at line 14");

        Assert.Equal(["reject IDE0007 14"], _wishes);
    }

    [Fact]
    public async Task A_rejected_change_is_listed_and_can_be_restored()
    {
        var code = Show(new RejectedChange("IDE0090", 3));
        Finish("var a = 1;\n", UseVar);

        code.WaitForAssertion(() => Assert.Equal("IDE0090 Rejected: this place stays as it is. line 3 Restore", Words(code.All("listitem")[^1])));
        await code.PressAsync("Restore IDE0090 at line 3");

        Assert.Equal(["restore IDE0090 3"], _wishes);
    }

    [Fact]
    public void One_change_is_counted_as_one()
    {
        var code = Show();

        Finish("var a = 1;\n", UseVar);

        code.WaitForAssertion(() => Assert.Equal("1 change", code.Find(".count").TextContent));
    }

    [Fact]
    public void It_ends_with_its_facts()
    {
        var code = Show();
        _reply.Meter.Answered("scripted", "stop", new TokenUsage(10, 512));

        Finish("var a = 1;\n");

        code.WaitForAssertion(() => Assert.Equal(["scripted", "512 tokens"], code.FindAll("[data-part=facts] > span").Take(2).Select(fact => fact.TextContent)));
    }

    [Fact]
    public async Task A_failure_is_an_alert_and_can_be_tried_again()
    {
        var code = Show();

        _reply.Fail(new ReplyFailure(null, "It broke. Try again."));

        code.WaitForAssertion(() => Assert.Equal("It broke. Try again.", code.One("alert").TextContent));
        Assert.True(code.One("button", "Accept").HasAttribute("disabled"));
        await code.PressAsync("Retry");
        Assert.Equal(["retry"], _wishes);
    }

    private void Finish(string code, params CodeChange[] changes)
    {
        _reply.Append(new ReplyEvent.Code(code));
        _reply.Complete(new RefactorResult(code, "Two things.", changes, ""));
    }

    private IRenderedComponent<RefactoredCode> Show(params RejectedChange[] rejected) => Render<RefactoredCode>(parameters => parameters
        .Add(code => code.Reply, _reply)
        .Add(code => code.Original, "int a = 1;\n")
        .Add(code => code.Language, "C#")
        .Add(code => code.OnAccept, accepted => _wishes.Add($"accept {accepted}"))
        .Add(code => code.OnDiscard, () => _wishes.Add("discard"))
        .Add(code => code.Rejected, rejected)
        .Add(code => code.OnReject, change => _wishes.Add($"reject {change.Id} {change.Line}"))
        .Add(code => code.OnRestore, change => _wishes.Add($"restore {change.Id} {change.Line}"))
        .Add(code => code.OnRetry, () => _wishes.Add("retry")));

    private static string Words(IElement item) => string.Join(' ', item.Children.Select(part => part.TextContent)).Trim();
}
