using Assistant.Core.Model;
using Assistant.Tests.Fakes;
using Bunit;
using Microsoft.Extensions.AI;

namespace Assistant.Tests.Components.Workbench;

public sealed class AnsweringAgainTests : WorkbenchTest
{
    [Fact]
    public async Task Retry_puts_a_new_answer_in_the_place_of_the_failed_one()
    {
        var page = Start(new ScriptedTurn { Failure = Refused("Check the key.") }, new ScriptedTurn("Yes."));
        await AskAsync(page, "Is it safe?");
        page.WaitForAssertion(() => Assert.Equal("Check the key.", page.One("alert").TextContent));
        Assert.Equal(["You", "Assistant failed"], Turns(page));

        await page.PressAsync("Retry");

        page.WaitForAssertion(() => Assert.Equal(["You", "Assistant done"], Turns(page)));
        Assert.False(page.Has("alert"));
        Assert.Equal(["Is it safe?", "Yes."], await KeptAsync());
    }

    [Fact]
    public async Task Retry_of_a_message_is_answered_as_a_message()
    {
        var model = new ScriptedModel(new ScriptedTurn { Failure = Refused("Check the key.") }, new ScriptedTurn("Here."));
        var page = Start(model);
        await SendAsync(page, LongTask);
        page.WaitForAssertion(() => page.One("button", "Retry"));

        await page.PressAsync("Retry");

        page.WaitForAssertion(() => Assert.Equal(["You", "Assistant done"], Turns(page)));
        Assert.True(model.Calls[1].IsStreamed);
    }

    [Fact]
    public async Task While_another_page_is_answered_its_answer_is_shown_and_nothing_is_retried()
    {
        var page = Start(new ScriptedTurn { Failure = Refused("Check the key.") }, new ScriptedTurn("Yes.") { ThenHang = true });
        await AskAsync(page, "Is it safe?");
        page.WaitForAssertion(() => page.One("button", "Retry"));

        var elsewhere = await AskElsewhereAsync(await OnlyIdAsync(), "Really?");
        page.WaitForAssertion(() => Assert.Equal(["You", "Assistant failed", "You", "Assistant working busy"], Turns(page)));
        Assert.True(page.One("button", "Retry").HasAttribute("disabled"));

        await elsewhere.StopAsync();
        page.WaitForAssertion(() => Assert.False(page.One("button", "Retry").HasAttribute("disabled")));
    }

    [Fact]
    public async Task Regenerating_keeps_the_first_answer_within_reach()
    {
        var page = Start(new ScriptedTurn("Yes."), new ScriptedTurn("No."));
        await AskAsync(page, "Is it safe?");
        page.WaitForAssertion(() => page.One("button", "Regenerate"));

        await page.PressAsync("Regenerate");
        page.WaitForAssertion(() => page.One("group", "Version 2 of 2"));
        Assert.Equal(["Is it safe?", "No."], await KeptAsync());

        await page.PressAsync("Earlier version");
        page.WaitForAssertion(() => page.One("group", "Version 1 of 2"));
        Assert.Equal("Yes.", page.Find("[data-part=answer]").TextContent);
        Assert.Equal(["Is it safe?", "Yes."], await KeptAsync());
    }

    [Fact]
    public async Task An_edited_question_begins_a_branch_and_the_old_one_stays_within_reach()
    {
        var page = Start(new ScriptedTurn("Yes."), new ScriptedTurn("No."), new ScriptedTurn("Fast."));
        await AskAsync(page, "Is it safe?");
        page.WaitForAssertion(() => Assert.Equal(["You", "Assistant done"], Turns(page)));
        await AskAsync(page, "Really?");
        page.WaitForAssertion(() => Assert.Equal(["You", "Assistant done", "You", "Assistant done"], Turns(page)));

        await page.InvokeAsync(() => page.FindAll("[aria-label='Edit message']")[0].Click());
        Assert.True(await SendAsync(page, "Is it fast?"));
        page.WaitForAssertion(() => Assert.Equal(["You", "Assistant done"], Turns(page)));
        Assert.Equal(["Is it fast?", "Fast."], await KeptAsync());

        await page.PressAsync("Earlier version");
        page.WaitForAssertion(() => Assert.Equal(["You", "Assistant done", "You", "Assistant done"], Turns(page)));
        Assert.Equal(["Is it safe?", "Yes.", "Really?", "No."], await KeptAsync());
    }

    [Fact]
    public async Task A_cut_answer_goes_on_where_it_stopped()
    {
        var page = Start(new ScriptedTurn("Use a ") { FinishReason = ChatFinishReason.Length }, new ScriptedTurn("loop."));
        await AskAsync(page, "Is it safe?");
        page.WaitForAssertion(() => page.One("button", "Continue"));

        await page.PressAsync("Continue");

        page.WaitForAssertion(() => Assert.False(page.Has("button", "Continue")));
        page.WaitForAssertion(() => Assert.Equal(["You", "Assistant done"], Turns(page)));
        Assert.Equal(["Is it safe?", "Use a loop."], await KeptAsync());
    }

    [Fact]
    public async Task An_answer_that_broke_off_goes_on_where_it_stopped()
    {
        var lost = new ModelException(ModelFault.Incomplete, "The connection was lost.");
        var page = Start(new ScriptedTurn("Use ") { Failure = lost }, new ScriptedTurn("a loop."));
        await SendAsync(page, LongTask);
        page.WaitForAssertion(() => page.One("button", "Continue"));
        Assert.Equal(["You", "Assistant interrupted"], Turns(page));

        await page.PressAsync("Continue");

        page.WaitForAssertion(() => Assert.Equal(["You", "Assistant done"], Turns(page)));
        Assert.Equal([LongTask, "Use a loop."], await KeptAsync());
    }

    [Fact]
    public async Task A_message_into_a_conversation_that_is_busy_elsewhere_waits_for_its_turn()
    {
        var page = Start(new ScriptedTurn("First."), new ScriptedTurn { ThenHang = true }, new ScriptedTurn("Third."));
        await SendAsync(page, "One?");
        page.WaitForAssertion(() => Assert.Equal(["You", "Assistant done"], Turns(page)));
        var elsewhere = await AskElsewhereAsync(await OnlyIdAsync(), "Really?");
        page.WaitForAssertion(() => page.One("button", "Queue"));

        Assert.True(await SendAsync(page, "Two?"));
        await elsewhere.StopAsync();

        page.WaitForAssertion(() => Assert.Equal(["You", "Assistant done", "You", "Assistant stopped", "You", "Assistant done"], Turns(page)));
        Assert.Equal("Third.", (await KeptAsync()).Last());
    }

    private static ModelException Refused(string message) => new(ModelFault.Unauthorized, message);
}
