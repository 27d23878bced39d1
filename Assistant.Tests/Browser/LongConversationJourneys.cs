using Assistant.Core;
using Assistant.Core.Chat;
using Assistant.Core.Conversations;
using Assistant.Tests.Fakes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Assistant.Tests.Browser;

/// <summary>A conversation of five hundred long turns, of which nobody reads more than the end at first.</summary>
public sealed class LongConversationJourneys(BrowserFixture browser) : WorkbenchJourney(browser)
{
    private const int Turns = 500;

    [BrowserFact]
    public async Task It_opens_at_its_end_with_few_turns_and_earlier_ones_come_as_the_reader_goes_up()
    {
        var id = await KeepAsync();
        await OpenAsync($"/c/{id}");
        await Expect(Chat.Answer.Text).ToContainTextAsync($"Answer {Turns - 1}");
        await Expect(Chat.Answer.Facts).ToBeInViewportAsync();
        await Expect(Chat.Log.GetByRole(AriaRole.Article)).ToHaveCountAsync(20);

        var first = Page.Locator($"[id='turn-{Turns - 20}']");
        await first.ScrollIntoViewIfNeededAsync();

        await Expect(Page.Locator($"[id='turn-{Turns - 40}']")).ToBeAttachedAsync();
        await Expect(first).ToBeInViewportAsync();
    }

    private async Task<string> KeepAsync()
    {
        _ = App.Address;
        var store = App.Services.GetRequiredService<IConversationStore>();
        var answer = string.Concat(FakeMarkdown.Tokens(800));
        return (await store.CreateAsync(Owner.Local, [.. Enumerable.Range(0, Turns).Select(TurnOf)], CancellationToken.None)).Id;

        Turn TurnOf(int number)
        {
            var (role, text) = number % 2 == 0 ? (TurnRole.User, $"Question {number}") : (TurnRole.Assistant, $"Answer {number}\n\n{answer}");
            return new Turn($"turn-{number}", role, text) { Kind = ChatService.Kind, After = number == 0 ? null : $"turn-{number - 1}" };
        }
    }
}
