using Assistant.Tests.Browser.Pages;
using Assistant.Tests.Fakes;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Assistant.Tests.Browser;

/// <summary>What people do with what was said.</summary>
public sealed class KeepingJourneys(BrowserFixture browser) : WorkbenchJourney(browser)
{
    private const string LongRequest = "Write a parser for CSV files";

    private ConversationsPanel Conversations => Workbench.Conversations;

    [BrowserFact]
    public async Task Two_tabs_show_the_same_reply_as_it_arrives_and_what_either_of_them_asks()
    {
        var gate = new Gate();
        Model.Enqueue(FakeReply.Events("First half, ").ThenHold(gate).ThenFinish("second half."));
        Model.Enqueue(FakeReply.Text("From the other tab."));
        await OpenAsync();
        await Chat.SendAsync(LongRequest);
        await Expect(Chat.Answer.Text).ToHaveTextAsync("First half,");
        var tab = await Page.Context.NewPageAsync();
        await tab.GotoAsync(Page.Url);
        var other = new ChatPanel(tab);
        await Expect(other.Answer.Text).ToHaveTextAsync("First half,");

        gate.Open();
        await Expect(other.Answer.Text).ToHaveTextAsync("First half, second half.");
        await Expect(Chat.Answer.Text).ToHaveTextAsync("First half, second half.");

        await other.SendAsync("Is there more?");
        await Expect(Chat.Answers).ToHaveCountAsync(2);
        await Expect(Chat.Answer.Text).ToHaveTextAsync("From the other tab.");
    }

    [BrowserFact]
    public async Task A_message_written_meanwhile_waits_in_sight_and_Enter_once_more_sends_it_at_once()
    {
        var gate = new Gate();
        Model.Enqueue(FakeReply.Events("On and on").ThenHold(gate).ThenFinish(" and on."));
        Model.Enqueue(FakeReply.Text("Shorter."));
        await OpenAsync();
        await Chat.SendAsync(LongRequest);
        await Expect(Chat.Answer.Text).ToHaveTextAsync("On and on");

        await Chat.Message.FillAsync("Is there a shorter way?");
        await Page.Keyboard.PressAsync("Enter");
        await Expect(Page.GetByText("Next: Is there a shorter way?")).ToBeVisibleAsync();
        await Expect(Chat.Message).ToHaveValueAsync("");
        await Page.Keyboard.PressAsync("Enter");

        await Expect(Chat.Answer.Text).ToHaveTextAsync("Shorter.");
        await Expect(Chat.Questions).ToHaveTextAsync([LongRequest, "Is there a shorter way?"]);
        await Expect(Page.GetByText("Next:")).ToHaveCountAsync(0);
        gate.Open();
    }

    [BrowserFact]
    public async Task What_is_being_written_survives_a_reload_also_while_it_waits()
    {
        var gate = new Gate();
        Model.Enqueue(FakeReply.Events("On and on").ThenHold(gate).ThenFinish(" and on."));
        await OpenAsync();
        await Chat.Message.FillAsync("Half a thought");
        Assert.True(await Page.EvaluateAsync<bool>("Object.values(localStorage).includes('Half a thought')"));
        await Page.ReloadAsync();
        await ExpectReadyAsync();
        await Expect(Chat.Message).ToHaveValueAsync("Half a thought");

        await Chat.SendAsync(LongRequest);
        await Expect(Chat.Answer.Text).ToHaveTextAsync("On and on");
        await Chat.Message.FillAsync("Is it fast?");
        await Page.Keyboard.PressAsync("Enter");
        await Expect(Page.GetByText("Next: Is it fast?")).ToBeVisibleAsync();
        await Expect(Chat.Message).ToHaveValueAsync("");
        await Page.ReloadAsync();
        await ExpectReadyAsync();

        await Expect(Chat.Message).ToHaveValueAsync("Is it fast?");
        gate.Open();
    }

    [BrowserFact]
    public async Task What_was_typed_before_the_page_listens_is_kept_and_the_page_says_so_only_then()
    {
        var isAsked = new TaskCompletionSource<IRoute>();
        await Page.RouteAsync("**/Composer.razor.js", isAsked.SetResult);
        await Page.GotoAsync(App.Address.ToString());
        var module = await isAsked.Task.WaitAsync(TimeSpan.FromSeconds(20));
        await Chat.Message.FillAsync("Too early");
        await Expect(Page.Locator("html[data-ready]")).ToHaveCountAsync(0);

        await module.ContinueAsync();
        await ExpectReadyAsync();
        await Page.UnrouteAsync("**/Composer.razor.js");
        await Page.ReloadAsync();
        await ExpectReadyAsync();

        await Expect(Chat.Message).ToHaveValueAsync("Too early");
    }

    [BrowserFact]
    public async Task The_code_in_the_editor_survives_a_reload_and_another_page()
    {
        await OpenAsync();
        await Code.ExpectMonacoAsync();
        await Code.PasteAsync("var a = 1;");

        await Page.ReloadAsync();
        await Code.ExpectMonacoAsync();
        Assert.Equal("var a = 1;", await Code.CopyAsync());

        await Conversations.Settings.ClickAsync();
        await Page.GetByRole(AriaRole.Link, new() { Name = "Back to the workbench", Exact = true }).ClickAsync();
        await Code.ExpectMonacoAsync();
        Assert.Equal("var a = 1;", await Code.CopyAsync());
    }

    [BrowserFact]
    public async Task A_question_is_edited_and_both_branches_stay_within_reach()
    {
        await OpenAsync();
        await TalkAsync("Is it safe?", "It is.");
        await TalkAsync("Is it fast?", "It is not.");

        Model.Enqueue(FakeReply.Text("It is sound."));
        await Chat.Questions.First.HoverAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "Edit message", Exact = true }).First.ClickAsync();
        await Expect(Chat.Message).ToHaveValueAsync("Is it safe?");
        await Chat.SendAsync("Is it sound?");
        await Expect(Chat.Answer.Text).ToHaveTextAsync("It is sound.");
        await Expect(Chat.Questions).ToHaveTextAsync(["Is it sound?"]);

        await Page.GetByRole(AriaRole.Button, new() { Name = "Earlier version", Exact = true }).ClickAsync();
        await Expect(Chat.Questions).ToHaveTextAsync(["Is it safe?", "Is it fast?"]);
        await Expect(Page.GetByRole(AriaRole.Group, new() { Name = "Version 1 of 2", Exact = true })).ToBeVisibleAsync();

        await Page.ReloadAsync();
        await ExpectReadyAsync();
        await Expect(Chat.Questions).ToHaveTextAsync(["Is it safe?", "Is it fast?"]);
    }

    [BrowserFact]
    public async Task A_draft_for_a_new_conversation_leaves_those_of_others_alone()
    {
        await OpenAsync();
        await TalkAsync("Is it safe?", "Yes.");
        await Chat.Message.FillAsync("Half a thought");
        await Conversations.New.ClickAsync();
        await Expect(Chat.Message).ToHaveValueAsync("");
        await Chat.Message.FillAsync("Something else");

        await Conversations.Titled("Is it safe?").ClickAsync();

        await Expect(Chat.Message).ToHaveValueAsync("Half a thought");
        await Conversations.New.ClickAsync();
        await Expect(Chat.Message).ToHaveValueAsync("Something else");
    }

    [BrowserFact]
    public async Task What_is_written_on_while_a_conversation_begins_goes_along_into_it()
    {
        var gate = new Gate();
        Model.Enqueue(FakeReply.Events("On and on").ThenHold(gate).ThenFinish(" and on."));
        await OpenAsync();
        await Chat.SendAsync(LongRequest);
        await Expect(Chat.Answer.Text).ToHaveTextAsync("On and on");
        await Chat.Message.FillAsync("And then?");
        await Page.ReloadAsync();
        await ExpectReadyAsync();

        await Expect(Chat.Message).ToHaveValueAsync("And then?");
        gate.Open();
    }

    /// <summary>Where Send was there is Stop a moment later.</summary>
    [BrowserFact]
    public async Task A_double_click_on_Send_sends_once_and_stops_nothing()
    {
        Model.Enqueue(FakeReply.Text("Yes."));
        await OpenAsync();
        await Chat.Message.FillAsync("Is it safe?");

        await Chat.Send.DblClickAsync();

        await Expect(Chat.Answer.Text).ToHaveTextAsync("Yes.");
        await Chat.Answer.ExpectStateAsync("done");
        await Expect(Chat.Questions).ToHaveCountAsync(1);
        await Expect(Page.GetByText("Next:")).ToHaveCountAsync(0);
    }

    [BrowserFact]
    public async Task The_language_of_the_code_is_kept_with_it()
    {
        await OpenAsync();
        await Code.PasteAsync("print('one')");
        await Code.Language.SelectOptionAsync("Python");
        await Page.ReloadAsync();
        await ExpectReadyAsync();

        await Expect(Code.Language).ToHaveValueAsync("Python");
        Assert.Equal("print('one')", await Code.CopyAsync());
    }

    [BrowserFact]
    public async Task Where_nothing_may_be_kept_everything_else_works()
    {
        Model.Enqueue(FakeReply.Text("Yes."));
        await Page.AddInitScriptAsync("""
            for (const store of ['localStorage', 'sessionStorage']) {
              Object.defineProperty(window, store, { get() { throw new DOMException('No.', 'SecurityError'); } });
            }
            """);
        await OpenAsync();
        await Code.PasteAsync("var a = 1;");

        await Chat.SendAsync("Is it safe?");

        await Expect(Chat.Answer.Text).ToHaveTextAsync("Yes.");
    }

    [BrowserFact]
    public async Task A_conversation_is_renamed_pinned_deleted_and_brought_back()
    {
        await OpenAsync();
        await TalkAsync("Is a queue fair?", "Yes.");
        await Conversations.New.ClickAsync();
        await Expect(Chat.Answers).ToHaveCountAsync(0);
        await TalkAsync("Is a stack fair?", "No.");

        await (await Conversations.OptionAsync("Is a queue fair?", "Rename")).ClickAsync();
        var title = Page.GetByRole(AriaRole.Textbox, new() { Name = "Title", Exact = true });
        await Expect(title).ToBeFocusedAsync();
        await title.FillAsync("Queues");
        await Page.Keyboard.PressAsync("Enter");
        await Expect(Conversations.Titles).ToHaveTextAsync(["Is a stack fair?", "Queues"]);

        await (await Conversations.OptionAsync("Queues", "Pin")).ClickAsync();
        await Expect(Conversations.Titles).ToHaveTextAsync(["★ Queues", "Is a stack fair?"]);

        await (await Conversations.OptionAsync("Is a stack fair?", "Delete")).ClickAsync();
        await Expect(Conversations.Titles).ToHaveTextAsync(["★ Queues"]);
        await Expect(Chat.Answers).ToHaveCountAsync(0);

        await Conversations.Undo.ClickAsync();
        await Expect(Conversations.Titles).ToHaveTextAsync(["★ Queues", "Is a stack fair?"]);
    }

    [BrowserFact]
    public async Task A_conversation_is_exported_and_imported_and_something_else_is_refused()
    {
        await OpenAsync();
        await TalkAsync("Is a queue fair?", "Yes.");

        var link = await Conversations.OptionAsync("Is a queue fair?", "JSON", AriaRole.Link);
        var download = await Page.RunAndWaitForDownloadAsync(() => link.ClickAsync());
        Assert.Equal("is-a-queue-fair.json", download.SuggestedFilename);
        var file = await download.PathAsync();
        await Conversations.Import.SetInputFilesAsync(new FilePayload { Name = "a.json", MimeType = "application/json", Buffer = await File.ReadAllBytesAsync(file) });

        await Expect(Conversations.Titles).ToHaveTextAsync(["Is a queue fair?", "Is a queue fair?"]);
        await Expect(Chat.Answer.Text).ToHaveTextAsync("Yes.");

        await Conversations.Import.SetInputFilesAsync(new FilePayload { Name = "a.json", MimeType = "application/json", Buffer = "nonsense"u8.ToArray() });
        await Expect(Page.GetByText("This file holds no conversation that was exported here as JSON.")).ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task A_link_to_an_answer_shows_that_answer()
    {
        await OpenAsync();
        for (var number = 1; number <= 3; number++)
        {
            Model.Enqueue(FakeReply.Text(string.Concat(Enumerable.Repeat($"Line of answer {number}.\n\n", 30))));
            await Chat.SendAsync($"Is {number} a number?");
            await Expect(Chat.Answer.Text).ToContainTextAsync($"answer {number}.");
            await Chat.Answer.ExpectStateAsync("done");
        }

        var address = await Page.GetByRole(AriaRole.Link, new() { Name = "Link to this answer", Exact = true }).First.GetAttributeAsync("href");
        await OpenAsync("/" + address);

        await Expect(Chat.Answers.First).ToBeInViewportAsync();
        await Expect(Chat.Answers.Last).Not.ToBeInViewportAsync();
    }

    private async Task TalkAsync(string message, string answer)
    {
        Model.Enqueue(FakeReply.Text(answer));
        await Chat.SendAsync(message);
        await Expect(Chat.Answer.Text).ToHaveTextAsync(answer);
        await Chat.Answer.ExpectStateAsync("done");
    }
}
