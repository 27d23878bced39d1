using Assistant.Core;
using Assistant.Core.Conversations;
using Assistant.Tests.Fakes;
using Bunit;

namespace Assistant.Tests.Components.Workbench;

public sealed class OpeningConversationsTests : WorkbenchTest
{
    [Fact]
    public async Task Opening_a_conversation_shows_what_was_kept()
    {
        StartServices(new ScriptedModel(new ScriptedTurn("No.")));
        var id = (await Store.CreateAsync(Owner.Local, [], CancellationToken.None)).Id;
        await (await AskElsewhereAsync(id, "Is it safe?")).Ended;
        await KeptAsync();

        var page = Open(id);

        Assert.Equal(["You", "Assistant done"], Turns(page));
        Assert.Equal("No.", page.Find("[data-part=answer]").TextContent);
        Assert.Equal("Is it safe?", page.Find("[aria-current=page]").TextContent);
        Assert.Equal("", page.One("status").TextContent);
    }

    [Fact]
    public async Task Opening_a_conversation_in_mid_answer_goes_on_showing_it()
    {
        StartServices(new ScriptedModel(new ScriptedTurn("No.") { Gate = Gate }));
        var id = (await Store.CreateAsync(Owner.Local, [], CancellationToken.None)).Id;
        await AskElsewhereAsync(id, "Is it safe?");
        await Gate.Reached;

        var page = Open(id);

        page.WaitForAssertion(() => Assert.Equal(["You", "Assistant working busy"], Turns(page)));
        page.WaitForAssertion(() => Assert.Equal("Working…", page.One("status").TextContent));
        page.WaitForAssertion(() => page.One("button", "Stop"));
        Gate.Open();
        page.WaitForAssertion(() => Assert.Equal(["You", "Assistant done"], Turns(page)));
        page.WaitForAssertion(() => page.One("button", "Send"));
    }

    [Fact]
    public async Task A_conversation_that_is_not_there_says_so_and_a_message_begins_a_new_one()
    {
        StartServices(new ScriptedModel(new ScriptedTurn("Hello.")));
        var page = Open("unheard-of");
        Assert.StartsWith(new ConversationNotFoundException().Message, page.One("alert").TextContent, StringComparison.Ordinal);

        Assert.True(await SendAsync(page, "Hello"));

        page.WaitForAssertion(() => Assert.Equal(["You", "Assistant done"], Turns(page)));
        Assert.False(page.Has("alert"));
        Assert.Equal($"c/{await OnlyIdAsync()}", Address);
    }

    [Fact]
    public async Task A_conversation_of_somebody_else_is_not_there()
    {
        StartServices(new ScriptedModel(new ScriptedTurn("Hello.")));
        var id = (await Store.CreateAsync(new Owner("user:alice"), [], CancellationToken.None)).Id;

        var page = Open(id);

        Assert.StartsWith(new ConversationNotFoundException().Message, page.One("alert").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Going_to_another_conversation_shows_that_one()
    {
        StartServices(new ScriptedModel(new ScriptedTurn("No.")));
        var first = (await Store.CreateAsync(Owner.Local, [], CancellationToken.None)).Id;
        await (await AskElsewhereAsync(first, "Is it safe?")).Ended;
        await KeptAsync();
        var page = Open(first);

        await page.PressAsync("New conversation");
        Assert.Equal("", Address);
        page.Render(parameters => parameters.Add(page => page.Id, null));

        Assert.Empty(Turns(page));
        Assert.Empty(page.FindAll("[aria-current]"));
        page.Render(parameters => parameters.Add(page => page.Id, first));
        Assert.Equal(["You", "Assistant done"], Turns(page));
    }

    [Fact]
    public async Task Conversations_are_found_by_their_text()
    {
        StartServices(new ScriptedModel(new ScriptedTurn("No.")));
        foreach (var question in (string[])["Is it safe?", "What is a monad?"])
        {
            await AskElsewhereAsync((await Store.CreateAsync(Owner.Local, [], CancellationToken.None)).Id, question);
        }

        var page = Open(null);
        await page.InvokeAsync(() => page.One("searchbox", "Search conversations").Input("MONAD"));

        page.WaitForAssertion(() => Assert.Equal(["What is a monad?"], page.FindAll("nav li a").Select(found => found.TextContent.Trim())));
    }
}
