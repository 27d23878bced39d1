using Assistant.Tests.Fakes;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Assistant.Tests.Browser;

/// <summary>A small laptop: everything at once, and only the parts scroll.</summary>
public sealed class LayoutJourneys(BrowserFixture browser) : WorkbenchJourney(browser)
{
    private static readonly string ManyLines = string.Concat(Enumerable.Range(1, 200).Select(number => $"    int number{number} = {number};\n"));

    [BrowserFact]
    public async Task At_1280_by_720_both_panes_are_used_without_scrolling_the_page()
    {
        await OpenAsync();
        await Code.PasteAsync(ManyLines);
        await Chat.SendAsync("Write 1,500 tokens about everything");
        await Chat.Answer.ExpectStateAsync("done");
        await Code.Refactor.ClickAsync();
        await Expect(Code.Refactored.Accept).ToBeEnabledAsync();

        await ExpectNoScrollingAsync();
        ILocator[] visible =
        [
            Workbench.Conversations.New, Code.Editor, Code.Refactor, Code.Question, Code.Ask, Code.Refactored.Accept, Code.Refactored.Discard,
            Code.Refactored.Copy, Chat.Log, Chat.Message, Chat.Send, Chat.Answer.Facts,
        ];
        foreach (var part in visible)
        {
            await Expect(part).ToBeInViewportAsync();
        }
    }

    [BrowserFact]
    public async Task A_word_without_end_does_not_make_the_page_wider()
    {
        var word = new string('w', 2_000);
        Model.Enqueue(FakeReply.Text($"`{word}` {word}\n\n```csharp\n{word}\n```\n\n| {word} | b |\n| --- | --- |\n| 1 | 2 |\n"));
        await OpenAsync();

        await Chat.SendAsync($"Is {word} a word?");
        await Chat.Answer.ExpectStateAsync("done");

        await ExpectNoScrollingAsync();
        await Expect(Chat.Send).ToBeInViewportAsync();
    }

    private async Task ExpectNoScrollingAsync() => Assert.Equal(
        "1280×720",
        await Page.EvaluateAsync<string>("`${document.documentElement.scrollWidth}×${document.documentElement.scrollHeight}`"));
}
