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

    /// <summary>Code gets its colours when the browser finds the time, and that may be when the reader moves.</summary>
    [BrowserFact]
    public Task A_reader_who_goes_up_while_code_gets_its_colours_is_left_there() => ExpectLeftAsync("""
        const code = log.querySelector('code');
        code.replaceChildren(...code.childNodes);
        log.scrollTop -= 2 * log.clientHeight;
        """);

    [BrowserFact]
    public Task A_reader_who_goes_up_while_a_block_is_closed_is_left_there() => ExpectLeftAsync("""
        const answer = [...log.querySelectorAll('[data-part="answer"]')].at(-1);
        const open = answer.lastElementChild;
        open.remove();
        answer.insertAdjacentHTML('beforeend', open.outerHTML);
        log.scrollTop -= 2 * log.clientHeight;
        """);

    [BrowserFact]
    public Task A_reader_who_goes_up_slowly_is_left_there() => ExpectLeftAsync("""
        for (let step = 0; step < 20; step++) {
          log.scrollTop -= 3;
          await drawn();
        }
        """);

    [BrowserFact]
    public Task A_reader_who_opens_something_stays_where_it_begins() => ExpectLeftAsync("[...log.querySelectorAll('summary')].at(-1).click();");

    [BrowserFact]
    public async Task What_a_reader_went_on_to_stays_where_it_is_when_earlier_turns_come()
    {
        await OpenAsync($"/c/{await KeepAsync()}");
        await Expect(Chat.Answer.Facts).ToBeInViewportAsync();

        var moved = await Chat.Log.EvaluateAsync<double>("""
            async log => {
              const button = log.firstElementChild;
              const turn = button.nextElementSibling;
              const come = new Promise(done => new MutationObserver(() => !button.isConnected && done()).observe(log, { childList: true }));
              button.click();
              log.scrollTop -= log.clientHeight;
              const top = turn.getBoundingClientRect().top;
              await come;
              return turn.getBoundingClientRect().top - top;
            }
            """);

        Assert.InRange(moved, -1, 1);
    }

    /// <summary>After what the reader did, something more at the end does not take them there.</summary>
    private async Task ExpectLeftAsync(string did)
    {
        await OpenAsync($"/c/{await KeepAsync()}");
        await Expect(Chat.Answer.Facts).ToBeInViewportAsync();

        var moved = await Chat.Log.EvaluateAsync<double>($$"""
            async log => {
              const drawn = () => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
              {{did}}
              const left = log.scrollTop;
              await drawn();
              log.lastElementChild.append(document.createElement('hr'));
              await drawn();
              return log.scrollTop - left;
            }
            """);

        Assert.Equal(0, moved);
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
            return new Turn($"turn-{number}", role, text) { Kind = ChatService.Kind, Reasoning = number % 2 == 0 ? null : answer, After = number == 0 ? null : $"turn-{number - 1}" };
        }
    }
}
