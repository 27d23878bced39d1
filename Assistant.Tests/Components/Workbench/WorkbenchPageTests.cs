using Assistant.Core;
using Assistant.Tests.Fakes;
using Assistant.Web.Components.Latency;
using Assistant.Web.Components.Parts;
using Bunit;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;

namespace Assistant.Tests.Components.Workbench;

public sealed class WorkbenchPageTests : WorkbenchTest
{
    [Fact]
    public async Task A_message_and_its_answer_are_turns_of_a_new_conversation()
    {
        var page = Start(new ScriptedTurn("Use ") { Gate = Gate });

        Assert.True(await SendAsync(page, LongTask));

        page.WaitForAssertion(() => Assert.Equal(["You", "Assistant streaming busy"], Turns(page)));
        Assert.Equal("Working…", page.One("status").TextContent);
        Assert.Equal(LongTask, page.Find("[aria-current=page]").TextContent);
        Assert.Equal(page.Find("[aria-current=page]").GetAttribute("href"), Address);
        Assert.Equal($"{LongTask} – Assistant", Render(page.FindComponent<PageTitle>().Instance.ChildContent!).Markup);

        Gate.Open();
        page.WaitForAssertion(() => Assert.Equal(["You", "Assistant done"], Turns(page)));
        Time.Advance(TimeSpan.FromSeconds(1));
        page.WaitForAssertion(() => Assert.Equal("Answer complete", page.One("status").TextContent));
        page.One("button", "Send");
    }

    [Fact]
    public async Task What_was_seen_to_its_end_is_measured()
    {
        Cycle = 860;
        var page = Start(new ScriptedTurn("Use a loop."));

        await SendAsync(page, "How?");

        page.WaitForAssertion(() => Assert.Equal(TimeSpan.FromMilliseconds(860), Assert.Single(Services.GetRequiredService<LatencyLog>().Read(Owner.Local)).Whole));
    }

    [Fact]
    public async Task An_answer_that_was_stopped_did_not_take_as_long_as_it_takes()
    {
        Cycle = 860;
        var page = Start(new ScriptedTurn("Use ") { ThenHang = true }, new ScriptedTurn("Gladly."));
        await SendAsync(page, LongTask);
        page.WaitForAssertion(() => Assert.Equal(["You", "Assistant streaming busy"], Turns(page)));

        await page.PressAsync("Stop");
        page.WaitForAssertion(() => Assert.Equal(["You", "Assistant stopped"], Turns(page)));
        await SendAsync(page, "Go on?");

        page.WaitForAssertion(() => Assert.Single(Services.GetRequiredService<LatencyLog>().Read(Owner.Local)));
    }

    [Fact]
    public async Task The_next_message_goes_on_with_the_same_conversation()
    {
        var page = Start(new ScriptedTurn("First."), new ScriptedTurn("Second."));
        await SendAsync(page, "One?");
        page.WaitForAssertion(() => Assert.Equal(["You", "Assistant done"], Turns(page)));

        await SendAsync(page, "Two?");

        page.WaitForAssertion(() => Assert.Equal(["You", "Assistant done", "You", "Assistant done"], Turns(page)));
        Assert.Single(page.FindComponent<ConversationList>().Instance.Conversations);
    }

    [Fact]
    public async Task Stop_ends_the_answer_with_what_had_arrived()
    {
        var page = Start(new ScriptedTurn("Use ") { ThenHang = true });
        await SendAsync(page, LongTask);
        page.WaitForAssertion(() => Assert.Equal(["You", "Assistant streaming busy"], Turns(page)));

        await page.PressAsync("Stop");

        page.WaitForAssertion(() => Assert.Equal(["You", "Assistant stopped"], Turns(page)));
        Time.Advance(TimeSpan.FromSeconds(1));
        page.WaitForAssertion(() => Assert.Equal("Stopped", page.One("status").TextContent));
    }

    [Fact]
    public async Task A_question_carries_the_code_to_the_model_and_into_the_conversation()
    {
        Code = "int a = 1;";
        var model = new ScriptedModel(new ScriptedTurn("Yes."));
        var page = Start(model);

        await AskAsync(page, "Is it safe?");

        page.WaitForAssertion(() => Assert.Equal(["You", "Assistant done"], Turns(page)));
        Assert.Equal("C#, 1 line", page.Find("article summary").TextContent);
        var asked = Assert.Single(model.Calls).Messages[^1].Text;
        Assert.Contains("int a = 1;", asked, StringComparison.Ordinal);
        Assert.EndsWith("Is it safe?", asked, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_message_carries_the_code_only_if_it_is_attached(bool isAttached)
    {
        Code = "int a = 1;";
        var model = new ScriptedModel(new ScriptedTurn("Yes."));
        var page = Start(model);
        if (isAttached)
        {
            await page.PressAsync("Attach code");
        }

        Assert.True(await SendAsync(page, "Is it safe?"));

        page.WaitForAssertion(() => Assert.Equal(["You", "Assistant done"], Turns(page)));
        Assert.Equal(isAttached, model.Calls[0].Messages[^1].Text.Contains("int a = 1;", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_message_is_not_sent_without_the_code_that_is_too_long_to_go_along()
    {
        Code = new string('a', InputLimits.TextBytes + 1);
        var page = Start(new ScriptedTurn("Yes."));
        await page.PressAsync("Attach code");

        Assert.False(await SendAsync(page, "Is it safe?"));

        Assert.Equal(InputLimits.TooLong("code"), page.One("alert").TextContent);
        Assert.Empty(Turns(page));
    }

    [Fact]
    public async Task Leaving_the_page_lets_the_answer_go_on()
    {
        var page = Start(new ScriptedTurn("No.") { Gate = Gate });
        await AskAsync(page, "Is it safe?");

        await DisposeComponentsAsync();
        Gate.Open();

        Assert.Equal(["Is it safe?", "No."], await KeptAsync());
    }

    [Fact]
    public async Task A_refactoring_is_work_that_ends_with_something_to_accept()
    {
        Code = "int a = 1;";
        var page = Start(new ScriptedTurn("```csharp\nvar a = 1;\n```\n\n- line 1: use var\n") { Gate = Gate });

        await page.PressAsync("Refactor");
        Assert.Equal("Working…", page.One("status").TextContent);
        Gate.Open();

        page.WaitForAssertion(() => Assert.False(page.One("button", "Accept").HasAttribute("disabled")));
        page.WaitForAssertion(() => Assert.Equal("1 change", page.Find(".count").TextContent));
        Time.Advance(TimeSpan.FromSeconds(1));
        page.WaitForAssertion(() => Assert.Equal("Answer complete", page.One("status").TextContent));
        Assert.Empty(Turns(page));
    }

    [Fact]
    public async Task Code_can_be_refactored_while_an_answer_arrives()
    {
        Code = "int a = 1;";
        var page = Start(new ScriptedTurn("Use ") { Gate = Gate }, new ScriptedTurn("```csharp\nvar a = 1;\n```\n"));
        await SendAsync(page, LongTask);
        await Gate.Reached;

        await page.PressAsync("Refactor");

        page.WaitForAssertion(() => Assert.False(page.One("button", "Accept").HasAttribute("disabled")));
        Assert.Equal("Working…", page.One("status").TextContent);
        page.WaitForAssertion(() => Assert.Equal(["You", "Assistant streaming busy"], Turns(page)));
    }
}
