using Assistant.Core.Model;
using Assistant.Core.Replies;
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
    public async Task Retry_in_a_conversation_that_is_busy_elsewhere_is_refused_with_a_sentence_until_something_is_taken()
    {
        var page = Start(new ScriptedTurn { Failure = Refused("Check the key.") }, new ScriptedTurn("Yes.") { ThenHang = true }, new ScriptedTurn("Yes."));
        await AskAsync(page, "Is it safe?");
        page.WaitForAssertion(() => page.One("button", "Retry"));
        var elsewhere = await AskElsewhereAsync(await OnlyIdAsync(), "Really?");

        await page.PressAsync("Retry");
        Assert.Equal(new ConversationBusyException().Message, page.Find(".composer [role=alert]").TextContent);
        Assert.Equal(["You", "Assistant failed"], Turns(page));

        await elsewhere.StopAsync();
        Assert.True(await SendAsync(page, "And now?"));
        Assert.Empty(page.FindAll(".composer [role=alert]"));
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
    public async Task A_message_into_a_conversation_that_is_busy_elsewhere_is_refused_with_a_sentence()
    {
        var page = Start(new ScriptedTurn("First."), new ScriptedTurn { ThenHang = true });
        await SendAsync(page, "One?");
        page.WaitForAssertion(() => Assert.Equal(["You", "Assistant done"], Turns(page)));
        await AskElsewhereAsync(await OnlyIdAsync(), "Really?");

        Assert.False(await SendAsync(page, "Two?"));

        Assert.Equal(new ConversationBusyException().Message, page.One("alert").TextContent);
        Assert.Equal(["You", "Assistant done"], Turns(page));
    }

    private static ModelException Refused(string message) => new(ModelFault.Unauthorized, message);
}
