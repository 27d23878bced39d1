using Assistant.Tests.Fakes;
using static Microsoft.Playwright.Assertions;

namespace Assistant.Tests.Browser;

public sealed class ChatJourneys(BrowserFixture browser) : WorkbenchJourney(browser)
{
    private const string LongRequest = "Write a parser for CSV files";

    [BrowserFact]
    public async Task A_long_answer_can_be_read_while_it_arrives()
    {
        var gate = new Gate();
        Model.Enqueue(FakeReply.Events("Begin with ", "the **quotes**").ThenHold(gate).ThenFinish(", then split the line."));
        await OpenAsync();

        await Chat.SendAsync(LongRequest);

        await Expect(Chat.Answer.Text).ToHaveTextAsync("Begin with the **quotes**");
        await Chat.Answer.ExpectStateAsync("streaming");
        await Expect(Workbench.Status).ToHaveTextAsync("Working…");
        await Expect(Chat.Message).ToHaveValueAsync("");

        gate.Open();

        await Chat.Answer.ExpectStateAsync("done");
        await Expect(Chat.Answer.Text).ToHaveTextAsync("Begin with the quotes, then split the line.");
        await Expect(Chat.Answer.Facts).ToContainTextAsync("streamed, long answer expected");
        await Expect(Workbench.Status).ToHaveTextAsync("Answer complete");
        Assert.True(Assert.Single(Model.Requests).IsStreamed);
    }

    [BrowserFact]
    public async Task Stop_keeps_what_has_arrived()
    {
        Model.Enqueue(FakeReply.Events("Begin with the quotes").ThenHang());
        await OpenAsync();
        await Chat.SendAsync(LongRequest);
        await Expect(Chat.Answer.Text).ToHaveTextAsync("Begin with the quotes");

        await Chat.Stop.ClickAsync();

        await Chat.Answer.ExpectStateAsync("stopped");
        await Expect(Chat.Answer.Text).ToHaveTextAsync("Begin with the quotes");
        await Expect(Chat.Answer.Facts).ToContainTextAsync("stopped");
        await Expect(Workbench.Status).ToHaveTextAsync("Stopped");

        Model.Enqueue(FakeReply.Text("Gladly."));
        await Chat.SendAsync("Go on, please");

        await Expect(Chat.Answer.Text).ToHaveTextAsync("Gladly.");
        await Expect(Chat.Answers).ToHaveCountAsync(2);
    }

    [BrowserFact]
    public async Task A_short_question_is_answered_in_one_call()
    {
        Model.Enqueue(FakeReply.Text("Yes, it is."));
        await OpenAsync();

        await Chat.SendAsync("Is string immutable in C#?");

        await Expect(Chat.Answer.Text).ToHaveTextAsync("Yes, it is.");
        await Chat.Answer.ExpectStateAsync("done");
        await Expect(Chat.Answer.Facts).ToContainTextAsync("one call, short answer expected");
        await Expect(Chat.Answer.Facts).ToContainTextAsync("fake-2000");
        Assert.False(Assert.Single(Model.Requests).IsStreamed);
    }

    [BrowserFact]
    public async Task A_very_long_answer_arrives_whole_at_full_speed()
    {
        const int tokens = 4_000;
        var headings = string.Concat(FakeMarkdown.Tokens(tokens)).Split('\n').Count(line => line.StartsWith("## ", StringComparison.Ordinal));
        await OpenAsync();

        await Chat.SendAsync($"Write {tokens} tokens about everything");

        await Chat.Answer.ExpectStateAsync("done");
        await Expect(Chat.Answer.Text.Locator("h2, h3, h4, h5, h6")).ToHaveCountAsync(headings);
        await Expect(Chat.Answer.Facts).ToContainTextAsync("4,000 tokens");
    }

    [BrowserFact]
    public async Task Copy_answer_leaves_out_what_the_page_says_about_code_in_a_list()
    {
        Model.Enqueue(FakeReply.Text("1. Add the package:\n\n   ```csharp\n   using A;\n   ```\n"));
        await OpenAsync();
        await Chat.SendAsync("How?");
        await Chat.Answer.ExpectStateAsync("done");

        await Chat.Answer.Copy.ClickAsync();

        await Page.WaitForFunctionAsync("async () => (await navigator.clipboard.readText()).replace(/\\s+/g, ' ').trim() === 'Add the package: using A;'");
    }

    [BrowserFact]
    public async Task Copy_answer_copies_the_answer()
    {
        Model.Enqueue(FakeReply.Text("Use a loop:\n\n```csharp\nforeach (var item in items) { }\n```\n"));
        await OpenAsync();
        await Chat.SendAsync("What is a loop?");
        await Chat.Answer.ExpectStateAsync("done");

        await Chat.Answer.Copy.ClickAsync();

        await Expect(Chat.Answer.Copy).ToHaveAttributeAsync("data-copied", "");
        await Workbench.ExpectClipboardAsync("Use a loop:\n\nforeach (var item in items) { }\n");
    }

    [BrowserFact]
    public async Task The_code_goes_along_with_a_message_that_it_was_attached_to()
    {
        Model.Enqueue(FakeReply.Text("It adds."));
        Model.Enqueue(FakeReply.Text("You are welcome."));
        await OpenAsync();
        await Code.PasteAsync("int Add(int a, int b) => a + b;");

        await Chat.AttachCode.ClickAsync();
        await Chat.SendAsync("What does it do?");
        await Chat.Answer.ExpectStateAsync("done");
        await Chat.SendAsync("Thank you");
        await Expect(Chat.Answer.Text).ToHaveTextAsync("You are welcome.");

        Assert.Contains("int Add(int a, int b) => a + b;", Model.Requests[0].LastUserMessage, StringComparison.Ordinal);
        Assert.Equal("Thank you", Model.Requests[1].LastUserMessage);
    }
}
