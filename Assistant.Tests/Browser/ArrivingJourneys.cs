using System.Text.RegularExpressions;
using Assistant.Tests.Browser.Pages;
using Assistant.Tests.Fakes;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Assistant.Tests.Browser;

/// <summary>An answer while it arrives: nothing flickers, and nobody who looks at it is in anybody else's way.</summary>
public sealed class ArrivingJourneys(BrowserFixture browser) : WorkbenchJourney(browser)
{
    private const string LongRequest = "Write a parser for CSV files";

    /// <summary>Counts blocks that leave the answer again; the open one may, as it becomes a closed one.</summary>
    private const string CountRemovedBlocks = """
        () => {
          const removed = [];
          new MutationObserver(changes => changes
            .filter(({ target }) => target.matches?.('[data-part="answer"]'))
            .forEach(({ removedNodes }) => removed.push(...[...removedNodes].filter(node => !node.matches?.('.tail')).map(node => node.outerHTML ?? node.data))))
            .observe(document.querySelector('[role="log"]'), { subtree: true, childList: true });
          window.removedBlocks = removed;
        }
        """;

    private const string Hide = """
        () => {
          Object.defineProperty(document, 'visibilityState', { get: () => 'hidden', configurable: true });
          document.dispatchEvent(new Event('visibilitychange'));
        }
        """;

    private const string ShowAgain = """
        () => {
          delete document.visibilityState;
          document.dispatchEvent(new Event('visibilitychange'));
        }
        """;

    private readonly BrowserFixture _browser = browser;
    private IBrowserContext? _otherWindow;

    public override async Task DisposeAsync()
    {
        if (_otherWindow is not null)
        {
            await _otherWindow.CloseAsync();
        }

        await base.DisposeAsync();
    }

    [BrowserFact]
    public async Task A_block_that_has_closed_stays_where_it_is()
    {
        await OpenAsync();
        await Page.EvaluateAsync(CountRemovedBlocks);

        await Chat.SendAsync("Write 3000 tokens");

        await Chat.Answer.ExpectStateAsync("done");
        Assert.Empty(await Page.EvaluateAsync<string[]>("window.removedBlocks"));
        await Expect(Chat.Answer.Text.Locator("table").First).ToBeAttachedAsync();
    }

    [BrowserFact]
    public async Task Two_windows_show_the_same_answer_as_it_arrives()
    {
        var gate = new Gate();
        Model.Enqueue(FakeReply.Events("# CSV\n\nSplit ", "the **line**").ThenHold(gate).ThenFinish(".\n\n- at commas\n"));
        await OpenAsync();
        await Chat.SendAsync(LongRequest);
        await Expect(Chat.Answer.Text).ToContainTextAsync("Split the **line**");

        var other = await OpenOtherWindowAsync();
        await Expect(other.Answer.Text).ToContainTextAsync("Split the **line**");
        gate.Open();

        await Chat.Answer.ExpectStateAsync("done");
        await other.Answer.ExpectStateAsync("done");
        Assert.Equal(await Chat.Answer.Text.InnerHTMLAsync(), await other.Answer.Text.InnerHTMLAsync());
    }

    [BrowserFact]
    public async Task A_window_that_hangs_holds_up_neither_the_model_nor_another_window()
    {
        var (start, hang) = (new Gate(), new Gate());
        Model.Enqueue(FakeReply.Events("Split ").ThenHold(start).ThenFinish("the line."));
        await OpenAsync();
        await Chat.SendAsync(LongRequest);
        var other = await OpenOtherWindowAsync();
        await Expect(other.Answer.Text).ToHaveTextAsync("Split");

        var page = other.Log.Page;
        await page.RouteAsync("**/hang", async route =>
        {
            await hang.PassAsync(CancellationToken.None);
            await route.FulfillAsync(new() { Status = 200 });
        });
        var hanging = page.EvaluateAsync("() => { const request = new XMLHttpRequest(); request.open('GET', 'hang', false); request.send(); }");
        await hang.Reached;
        start.Open();

        await Chat.Answer.ExpectStateAsync("done");
        await Expect(Chat.Answer.Text).ToHaveTextAsync("Split the line.");
        Assert.False(hanging.IsCompleted);
        hang.Open();
        await hanging;
        await other.Answer.ExpectStateAsync("done");
        await Expect(other.Answer.Text).ToHaveTextAsync("Split the line.");
    }

    [BrowserFact]
    public async Task A_window_that_nobody_can_see_gets_nothing_until_somebody_can()
    {
        var (second, third, end) = (new Gate(), new Gate(), new Gate());
        Model.Enqueue(FakeReply.Events("One").ThenHold(second).ThenSend(FakeAnswer.Delta(" two")).ThenHold(third).ThenSend(FakeAnswer.Delta(" three")).ThenHold(end).ThenFinish(" four"));
        await OpenAsync();
        await Chat.SendAsync(LongRequest);
        var other = await OpenOtherWindowAsync();
        await Expect(other.Answer.Text).ToHaveTextAsync("One");

        await other.Log.Page.EvaluateAsync(Hide);
        second.Open();
        await Expect(other.Answer.Text).ToHaveTextAsync("One two"); // The server learns from this one that nobody looks.
        third.Open();
        await Expect(Chat.Answer.Text).ToHaveTextAsync("One two three");
        await Expect(other.Answer.Text).ToHaveTextAsync("One two");
        await other.Log.Page.EvaluateAsync(ShowAgain);

        await Expect(other.Answer.Text).ToHaveTextAsync("One two three");
        end.Open();
        await other.Answer.ExpectStateAsync("done");
        await Expect(other.Answer.Text).ToHaveTextAsync("One two three four");
    }

    private async Task<ChatPanel> OpenOtherWindowAsync()
    {
        await Expect(Page).ToHaveURLAsync(new Regex("/c/"));
        _otherWindow = await _browser.OpenWindowAsync(Window);
        var page = await _otherWindow.NewPageAsync();
        await page.GotoAsync(Page.Url);
        return new WorkbenchPage(page).Chat;
    }
}
