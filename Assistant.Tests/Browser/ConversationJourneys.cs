using Assistant.Tests.Fakes;
using static Microsoft.Playwright.Assertions;

namespace Assistant.Tests.Browser;

public sealed class ConversationJourneys(BrowserFixture browser) : WorkbenchJourney(browser)
{
    private const string LongRequest = "Write a parser for CSV files";

    [BrowserFact]
    public async Task A_reply_goes_on_while_the_page_is_reloaded_and_nothing_is_lost()
    {
        var gate = new Gate();
        Model.Enqueue(FakeReply.Events("Before the reload, ").ThenHold(gate).ThenFinish("and after it."));
        await OpenAsync();
        await Chat.SendAsync(LongRequest);
        await Expect(Chat.Answer.Text).ToHaveTextAsync("Before the reload,");

        await Page.ReloadAsync();
        await ExpectReadyAsync();

        await Expect(Chat.Questions).ToContainTextAsync(LongRequest);
        await Expect(Chat.Answer.Text).ToHaveTextAsync("Before the reload,");
        await Chat.Answer.ExpectStateAsync("streaming");
        await Expect(Chat.Stop).ToBeVisibleAsync();

        gate.Open();

        await Expect(Chat.Answer.Text).ToHaveTextAsync("Before the reload, and after it.");
        await Chat.Answer.ExpectStateAsync("done");
        await Expect(Chat.Send).ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task An_answer_that_ended_while_nobody_looked_is_there_when_the_page_comes_back()
    {
        var gate = new Gate();
        Model.Enqueue(FakeReply.Events("Seen, ").ThenHold(gate).ThenFinish("and unseen."));
        Model.Enqueue(FakeReply.Text("Elsewhere."));
        await OpenAsync();
        await Chat.SendAsync(LongRequest);
        await Expect(Chat.Answer.Text).ToHaveTextAsync("Seen,");

        await Workbench.Conversations.New.ClickAsync();
        await Expect(Chat.Answers).ToHaveCountAsync(0);
        gate.Open();
        await Chat.SendAsync("Is this another one?");
        await Expect(Chat.Answer.Text).ToHaveTextAsync("Elsewhere.");
        await Workbench.Conversations.Titled(LongRequest).ClickAsync();

        await Expect(Chat.Answer.Text).ToHaveTextAsync("Seen, and unseen.");
        await Chat.Answer.ExpectStateAsync("done");
        await Expect(Chat.Answer.Facts).ToContainTextAsync("long answer expected");
    }

    [BrowserFact]
    public async Task Back_and_forward_lead_from_conversation_to_conversation()
    {
        await OpenAsync();
        await TalkAsync("Is the first one about queues?", "The first answer.");
        var first = Page.Url;
        await Workbench.Conversations.New.ClickAsync();
        await Expect(Chat.Answers).ToHaveCountAsync(0);
        await TalkAsync("Is the second one about stacks?", "The second answer.");
        var second = Page.Url;
        Assert.NotEqual(first, second);

        await Page.GoBackAsync();

        await Expect(Page).ToHaveURLAsync(first);
        await Expect(Chat.Answer.Text).ToHaveTextAsync("The first answer.");
        await Expect(Page).ToHaveTitleAsync("Is the first one about queues? – Assistant");

        await Page.GoForwardAsync();

        await Expect(Page).ToHaveURLAsync(second);
        await Expect(Chat.Answer.Text).ToHaveTextAsync("The second answer.");
        await Expect(Chat.Answers).ToHaveCountAsync(1);
    }

    [BrowserFact]
    public async Task Search_finds_a_conversation_by_what_was_said_in_it()
    {
        await OpenAsync();
        await TalkAsync("Is a queue fair?", "It is first in, first out.");
        await Workbench.Conversations.New.ClickAsync();
        await Expect(Chat.Answers).ToHaveCountAsync(0);
        await TalkAsync("Is a stack fair?", "It is last in, first out.");
        await Expect(Workbench.Conversations.Titles).ToHaveTextAsync(["Is a stack fair?", "Is a queue fair?"]);

        await Workbench.Conversations.Search.FillAsync("FIRST IN");

        await Expect(Workbench.Conversations.Titles).ToHaveTextAsync(["Is a queue fair?"]);

        await Workbench.Conversations.Search.FillAsync("heap");

        await Expect(Workbench.Conversations.Titles).ToHaveCountAsync(0);
        await Expect(Page.GetByText("Nothing found.")).ToBeVisibleAsync();

        await Workbench.Conversations.Search.FillAsync("");
        await Workbench.Conversations.Titled("Is a queue fair?").ClickAsync();

        await Expect(Chat.Answer.Text).ToHaveTextAsync("It is first in, first out.");
    }

    [BrowserFact]
    public async Task A_conversation_that_is_gone_says_so_and_a_new_one_can_be_started_there()
    {
        Model.Enqueue(FakeReply.Text("Here I am."));
        await OpenAsync("/c/0123456789");

        await Expect(Chat.Alert).ToContainTextAsync("Start a new one");

        await Chat.SendAsync("Is anybody here?");

        await Expect(Chat.Answer.Text).ToHaveTextAsync("Here I am.");
        await Expect(Chat.Alert).ToHaveCountAsync(0);
    }

    [BrowserFact]
    public async Task What_was_said_before_goes_along()
    {
        await OpenAsync();
        await TalkAsync("Is C# compiled?", "Yes.");

        await TalkAsync("Is F#?", "Also.");

        var messages = Model.Requests[1].Body.GetProperty("messages").EnumerateArray().Select(message => message.GetProperty("content").GetString());
        Assert.Equal(["Is C# compiled?", "Yes.", "Is F#?"], messages.Skip(1));
    }

    private async Task TalkAsync(string message, string answer)
    {
        Model.Enqueue(FakeReply.Text(answer));
        await Chat.SendAsync(message);
        await Expect(Chat.Answer.Text).ToHaveTextAsync(answer);
        await Chat.Answer.ExpectStateAsync("done");
    }
}
