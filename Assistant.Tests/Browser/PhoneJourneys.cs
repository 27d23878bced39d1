using Assistant.Tests.Browser.Pages;
using Assistant.Tests.Fakes;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Assistant.Tests.Browser;

public sealed class PhoneJourneys(BrowserFixture browser) : WorkbenchJourney(browser)
{
    protected override BrowserNewContextOptions Window =>
        new(base.Window) { ViewportSize = new() { Width = 390, Height = 844 }, IsMobile = true, HasTouch = true };

    [BrowserFact]
    public async Task The_chat_is_there_at_once_and_a_long_answer_fits_the_width()
    {
        await OpenAsync();
        await Expect(Chat.Message).ToBeInViewportAsync(new() { Ratio = 1 });
        await Expect(Chat.Send).ToBeInViewportAsync(new() { Ratio = 1 });

        await Chat.Message.FillAsync("Write 1,500 tokens about everything");
        await Chat.Send.TapAsync();
        await Chat.Answer.ExpectStateAsync("done");

        await Expect(Chat.Answer.Facts).ToBeInViewportAsync();
        await Expect(Chat.Message).ToBeInViewportAsync(new() { Ratio = 1 });
        await Expect(Chat.Send).ToBeInViewportAsync(new() { Ratio = 1 });
        await ExpectNoSidewaysScrollingAsync();
    }

    [BrowserFact]
    public async Task The_code_is_one_tap_away_and_can_be_refactored_and_asked_about()
    {
        await OpenAsync();

        await Workbench.Jump("Code").TapAsync();
        await Expect(Code.Refactor).ToBeInViewportAsync(new() { Ratio = 1 });
        await Code.PasteAsync($"void Count()\n{{\n    int count = 0; // {new string('x', 300)}\n}}");
        await Code.Refactor.TapAsync();
        await Code.Refactored.Accept.TapAsync();
        await Expect(Code.Refactored.Region).ToHaveCountAsync(0);
        Assert.Contains("var count = 0;", await Code.CopyAsync(), StringComparison.Ordinal);
        await ExpectNoSidewaysScrollingAsync();

        Model.Enqueue(FakeReply.Text("It counts."));
        await Code.Question.FillAsync("What does it do?");
        await Code.Ask.TapAsync();

        await Expect(Chat.Answer.Text).ToHaveTextAsync("It counts.");
        await Expect(Chat.Answer.Text).ToBeInViewportAsync();
    }

    [BrowserFact]
    public async Task The_conversations_are_one_tap_away()
    {
        Model.Enqueue(FakeReply.Text("Yes."));
        await OpenAsync();
        await Chat.SendAsync("Is it so?");
        await Chat.Answer.ExpectStateAsync("done");

        await Workbench.Jump("More").TapAsync();
        await Expect(Workbench.Conversations.Titled("Is it so?")).ToBeInViewportAsync(new() { Ratio = 1 });
        await Workbench.Conversations.New.TapAsync();

        await Expect(Chat.Answers).ToHaveCountAsync(0);
        await Workbench.Jump("Chat").TapAsync();
        await Expect(Chat.Message).ToBeInViewportAsync(new() { Ratio = 1 });
        await ExpectNoSidewaysScrollingAsync();
    }

    [BrowserFact]
    public async Task A_task_is_run_and_undone_and_the_files_are_one_tap_away()
    {
        var agent = new AgentPage(Page);
        await OpenAsync("/agent");
        await Workbench.Jump("Files").TapAsync();
        await agent.File("Shop/Price.cs").TapAsync();
        await Expect(agent.OpenFile).ToBeInViewportAsync();
        await ExpectNoSidewaysScrollingAsync();
        await Workbench.Jump("Tasks").TapAsync();
        await Expect(agent.Task).ToBeInViewportAsync(new() { Ratio = 1 });

        Model.Enqueue(FakeReply.ToolCall("write_file", $$"""{"path":"Shop/A_name_that_is_as_long_as_some_are.cs","content":"// {{new string('x', 300)}}"}"""));
        Model.Enqueue(FakeReply.Text("There is a note now."));
        await agent.Task.FillAsync("Add a note");
        await agent.Run.TapAsync();
        await Expect(agent.Changes.Diff("Shop/A_name_that_is_as_long_as_some_are.cs")).ToContainTextAsync("xxx");
        await ExpectNoSidewaysScrollingAsync();
        await agent.Changes.UndoAll.TapAsync();

        await Expect(agent.Changes.Region).ToContainTextAsync("undone");
        await ExpectNoSidewaysScrollingAsync();
    }

    private async Task ExpectNoSidewaysScrollingAsync()
    {
        var widths = await Page.Locator("html, body, main, main > section, [role='log']").EvaluateAllAsync<string[]>(
            "parts => parts.filter(part => part.scrollWidth > Math.min(part.clientWidth, innerWidth)).map(part => `${part.tagName} ${part.scrollWidth}`)");

        Assert.Empty(widths);
    }
}
