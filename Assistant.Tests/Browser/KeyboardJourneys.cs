using Assistant.Tests.Fakes;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Assistant.Tests.Browser;

public sealed class KeyboardJourneys(BrowserFixture browser) : WorkbenchJourney(browser)
{
    private const string LongRequest = "Write a parser for CSV files";

    [BrowserFact]
    public async Task Tab_leads_to_every_control_and_out_of_the_editor_again()
    {
        await OpenAsync();
        await Code.ExpectMonacoAsync();
        await Workbench.Header.GetByRole(AriaRole.Link).FocusAsync();

        await ExpectTabStopsAsync(
            Workbench.Model, Workbench.Conversations.New, Workbench.Conversations.Search, Workbench.Conversations.Import, Workbench.Conversations.Agent,
            Workbench.Conversations.Latency, Workbench.Conversations.Settings, Code.Language, Code.Level, Code.Refactor, Code.Editor);
        await Page.Keyboard.PressAsync("Control+M");
        await ExpectTabStopsAsync(Code.Question, Code.Ask, Chat.Log, Chat.Message, Chat.AttachCode, Chat.Speak, Chat.Send);
    }

    [BrowserFact]
    public async Task Enter_sends_and_shift_enter_breaks_the_line()
    {
        Model.Enqueue(FakeReply.Text("Two lines, yes."));
        await OpenAsync();
        await Chat.Message.FocusAsync();

        await Page.Keyboard.TypeAsync("Is this");
        await Page.Keyboard.PressAsync("Shift+Enter");
        await Page.Keyboard.TypeAsync("two lines?");
        await Expect(Chat.Message).ToHaveValueAsync("Is this\ntwo lines?");
        await Page.Keyboard.PressAsync("Enter");

        await Expect(Chat.Answer.Text).ToHaveTextAsync("Two lines, yes.");
        await Expect(Chat.Message).ToBeFocusedAsync();
        Assert.Equal("Is this\ntwo lines?", Assert.Single(Model.Requests).LastUserMessage);
    }

    [BrowserFact]
    public async Task Escape_stops_the_answer_from_the_composer_and_from_the_editor()
    {
        Model.Enqueue(FakeReply.Events("First").ThenHang(), FakeReply.Events("Second").ThenHang());
        await OpenAsync();
        await Code.ExpectMonacoAsync();
        foreach (var (place, text) in new[] { (Chat.Message, "First"), (Code.Editor, "Second") })
        {
            await Chat.SendAsync(LongRequest);
            await Expect(Chat.Answer.Text).ToHaveTextAsync(text);
            await place.FocusAsync();

            await Page.Keyboard.PressAsync("Escape");

            await Chat.Answer.ExpectStateAsync("stopped");
            await Expect(Chat.Answer.Text).ToHaveTextAsync(text);
        }
    }

    [BrowserFact]
    public async Task Keys_start_a_new_conversation_from_anywhere()
    {
        await OpenAsync();
        await Code.PasteAsync("let one = 1;");
        await Code.Language.SelectOptionAsync("TypeScript");
        foreach (var place in new[] { Chat.Message, Code.Question, Code.Editor })
        {
            Model.Enqueue(FakeReply.Text("Yes."));
            await Chat.SendAsync("Is it so?");
            await Expect(Chat.Answer.Text).ToHaveTextAsync("Yes.");
            await Chat.Answer.ExpectStateAsync("done");
            await place.FocusAsync();

            await Page.Keyboard.PressAsync("Control+Shift+O");

            await Expect(Page).ToHaveURLAsync(App.Address.ToString());
            await Expect(Chat.Answers).ToHaveCountAsync(0);
        }
    }

    [BrowserFact]
    public async Task Keys_refactor_accept_and_ask_without_leaving_the_editor()
    {
        await OpenAsync();
        await Code.PasteAsync("void Count()\n{\n    int count = 0;\n}");

        await Page.Keyboard.PressAsync("Control+Shift+R");
        await Expect(Code.Refactored.Accept).ToBeEnabledAsync();
        await Code.Refactored.Accept.FocusAsync();
        await Page.Keyboard.PressAsync("Enter");
        await Expect(Code.Editor).ToBeFocusedAsync();
        Assert.Equal("void Count()\n{\n    var count = 0;\n}", await Code.CopyAsync());

        Model.Enqueue(FakeReply.Text("Nothing else."));
        await Code.Question.FillAsync("What else?");
        await Code.Editor.FocusAsync();
        await Page.Keyboard.PressAsync("Control+Enter");

        await Expect(Chat.Answer.Text).ToHaveTextAsync("Nothing else.");
    }

    [BrowserFact]
    public async Task Control_enter_in_a_message_sends_it_and_nothing_else()
    {
        Model.Enqueue(FakeReply.Text("Yes."));
        await OpenAsync();
        await Code.Question.FillAsync("Not yet asked");

        await Chat.Message.PressAsync("Control+Enter");
        await Chat.Message.FillAsync("Is it so?");
        await Chat.Message.PressAsync("Control+Enter");

        await Expect(Chat.Answer.Text).ToHaveTextAsync("Yes.");
        await Chat.Answer.ExpectStateAsync("done");
        await Expect(Code.Question).ToHaveValueAsync("Not yet asked");
        Assert.Equal("Is it so?", Assert.Single(Model.Requests).LastUserMessage);
    }

    private async Task ExpectTabStopsAsync(params ILocator[] stops)
    {
        foreach (var stop in stops)
        {
            await Page.Keyboard.PressAsync("Tab");
            await Expect(stop).ToBeFocusedAsync();
        }
    }
}
