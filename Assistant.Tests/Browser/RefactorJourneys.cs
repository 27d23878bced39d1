using Assistant.Tests.Fakes;
using static Microsoft.Playwright.Assertions;

namespace Assistant.Tests.Browser;

public sealed class RefactorJourneys(BrowserFixture browser) : WorkbenchJourney(browser)
{
    private const string Before = "void Count()\n{\n    int count = 0;\n    string name = \"\";\n}";
    private const string After = "void Count()\n{\n    var count = 0;\n    var name = \"\";\n}";

    [BrowserFact]
    public async Task Accept_puts_the_refactored_code_into_the_editor()
    {
        await OpenAsync();
        await Code.PasteAsync(Before);

        await Code.Refactor.ClickAsync();

        await Expect(Code.Refactored.Region.GetByText("2 changes")).ToBeVisibleAsync();
        await Expect(Code.Refactored.Facts).ToContainTextAsync("fake-2000");

        await Code.Refactored.Accept.ClickAsync();

        await Expect(Code.Refactored.Region).ToHaveCountAsync(0);
        await Expect(Code.Editor).ToBeFocusedAsync();
        Assert.Equal(After, await Code.CopyAsync());

        await Code.AskAsync("What changed?");
        await Chat.Answer.ExpectStateAsync("done");
        Assert.Contains($"```csharp\n{After}\n```", Model.Requests[^1].LastUserMessage, StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task Accepting_can_be_undone()
    {
        await OpenAsync();
        await Code.PasteAsync(Before);
        await Code.Refactor.ClickAsync();
        await Code.Refactored.Accept.ClickAsync();
        await Expect(Code.Editor).ToBeFocusedAsync();

        await Page.Keyboard.PressAsync("Control+Z");

        Assert.Equal(Before, await Code.CopyAsync());
    }

    [BrowserFact]
    public async Task Discard_leaves_the_code_as_it_was()
    {
        await OpenAsync();
        await Code.PasteAsync(Before);
        await Code.Refactor.ClickAsync();
        await Expect(Code.Refactored.Accept).ToBeEnabledAsync();

        await Code.Refactored.Discard.ClickAsync();

        await Expect(Code.Refactored.Region).ToHaveCountAsync(0);
        Assert.Equal(Before, await Code.CopyAsync());
    }

    [BrowserFact]
    public async Task Copy_puts_the_refactored_code_on_the_clipboard()
    {
        await OpenAsync();
        await Code.PasteAsync(Before);
        await Code.Refactor.ClickAsync();
        await Expect(Code.Refactored.Accept).ToBeEnabledAsync();

        await Code.Refactored.Copy.ClickAsync();

        await Workbench.ExpectClipboardAsync(After);
    }

    [BrowserFact]
    public async Task The_code_is_shown_as_it_arrives_and_can_be_stopped()
    {
        Model.Enqueue(FakeReply.Events("```csharp\nvoid Count()\n", "{\n").ThenHang());
        await OpenAsync();
        await Code.PasteAsync(string.Concat(Enumerable.Repeat($"{Before}\n", 20)));

        await Code.Refactor.ClickAsync();

        await Expect(Code.Refactored.Text).ToHaveValueAsync("void Count()\n{");
        await Expect(Code.Refactored.Accept).ToBeDisabledAsync();
        await Expect(Workbench.Status).ToHaveTextAsync("Working…");

        await Code.Refactored.Stop.ClickAsync();

        await Expect(Workbench.Status).ToHaveTextAsync("Stopped");
        await Expect(Code.Refactored.Accept).ToBeDisabledAsync();
        await Expect(Code.Refactor).ToBeEnabledAsync();
    }

    [BrowserFact]
    public async Task A_refactoring_that_fails_says_why_and_can_be_tried_again()
    {
        Model.Enqueue(FakeReply.Error(401, """{"error":{"message":"Bad key."}}"""));
        await OpenAsync();
        await Code.PasteAsync(Before);
        await Code.Refactor.ClickAsync();
        await Expect(Code.Refactored.Alert).ToContainTextAsync("wants a key");

        await Code.Refactored.Retry.ClickAsync();

        await Expect(Code.Refactored.Accept).ToBeEnabledAsync();
        await Expect(Code.Refactored.Alert).ToHaveCountAsync(0);
    }

    [BrowserFact]
    public async Task Without_code_there_is_nothing_to_refactor()
    {
        await OpenAsync();

        await Code.Refactor.ClickAsync();

        await Expect(Code.Alert).ToHaveTextAsync("Paste some code into the editor first.");
        Assert.Empty(Model.Requests);
    }
}
