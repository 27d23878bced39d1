using Assistant.Core.Replies;
using Assistant.Tests.Fakes;
using Assistant.Web.Components.Parts;
using Assistant.Web.Markdown;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.JSInterop;

namespace Assistant.Tests.Components.Parts;

public sealed class AnswerTextTests : BunitContext
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly ManualTime _time = new();
    private readonly FakeBrowser _browser = new();
    private readonly Reply _reply;
    private readonly SemaphoreSlim _progress = new(0);

    public AnswerTextTests()
    {
        _reply = new Reply(_time);
        Services.AddSingleton<IJSRuntime>(_browser);
    }

    [Fact]
    public async Task The_first_text_is_drawn_without_waiting_for_the_clock()
    {
        Show();
        await _browser.NextAsync("begin");

        _reply.Append(new ReplyEvent.Text("Hello"));

        Assert.Equal("Hello", Update(await _browser.NextAsync()).Text);
    }

    [Fact]
    public async Task What_arrives_within_one_interval_is_one_call()
    {
        await ShowFirstTextAsync();

        _reply.Append(new ReplyEvent.Text(" there,"));
        _reply.Append(new ReplyEvent.Text(" how"));
        _reply.Append(new ReplyEvent.Text(" are you"));

        Assert.Equal(" there, how are you", Update(await _browser.NextAsync(_time)).Text);
        Assert.True(_browser.HasNothingToRead);
    }

    [Fact]
    public async Task A_slow_browser_gets_fewer_and_larger_calls()
    {
        var painted = new TaskCompletionSource();
        _browser.Slow = ("apply", painted.Task);
        await ShowFirstTextAsync();

        for (var i = 0; i < 10; i++)
        {
            _reply.Append(new ReplyEvent.Text($" {i}"));
            _time.Advance(TimeSpan.FromMilliseconds(100));
        }

        Assert.True(_browser.HasNothingToRead);
        painted.SetResult();
        Assert.Equal(" 0 1 2 3 4 5 6 7 8 9", Update(await _browser.NextAsync(_time)).Text);
    }

    [Fact]
    public async Task The_end_does_not_wait_for_the_browser_to_have_drawn_what_came_before_it()
    {
        _browser.Slow = ("apply", Task.Delay(Timeout.Infinite));
        await ShowFirstTextAsync();

        _reply.Append(new ReplyEvent.Text(" **world**"));
        _reply.Complete(null);

        Assert.Equal("<p>Hello <strong>world</strong></p>", Assert.Single(Update(await _browser.NextAsync()).Ending!).Html);
    }

    [Fact]
    public async Task A_page_that_nobody_can_see_gets_nothing_more_until_somebody_can()
    {
        var seen = new TaskCompletionSource();
        (_browser.Slow, _browser.IsSeen) = (("untilSeen", seen.Task), false);
        await ShowFirstTextAsync();
        Assert.Equal("untilSeen", (await _browser.NextAsync()).Function);

        _reply.Append(new ReplyEvent.Text(" there,"));
        _time.Advance(TimeSpan.FromMinutes(1));
        _reply.Append(new ReplyEvent.Text(" how are you"));
        Assert.True(_browser.HasNothingToRead);
        _browser.IsSeen = true;
        seen.SetResult();

        Assert.Equal(" there, how are you", Update(await _browser.NextAsync(_time)).Text);
    }

    [Fact]
    public async Task A_page_that_nobody_can_see_still_gets_the_end()
    {
        (_browser.Slow, _browser.IsSeen) = (("untilSeen", Task.Delay(Timeout.Infinite)), false);
        await ShowFirstTextAsync();
        Assert.Equal("untilSeen", (await _browser.NextAsync()).Function);

        _reply.Append(new ReplyEvent.Text(" **world**"));
        _reply.Complete(null);

        Assert.Equal("<p>Hello <strong>world</strong></p>", Assert.Single(Update(await _browser.NextAsync(_time)).Ending!).Html);
    }

    [Fact]
    public async Task The_end_is_drawn_at_once_with_all_that_is_to_be_put_right()
    {
        await ShowFirstTextAsync();

        _reply.Append(new ReplyEvent.Text(" **world**"));
        _reply.Complete(null);

        var patch = Assert.Single(Update(await _browser.NextAsync()).Ending!);
        Assert.Equal("<p>Hello <strong>world</strong></p>", patch.Html);
    }

    [Fact]
    public async Task An_answer_that_was_there_before_is_drawn_in_one_call()
    {
        _reply.Append(new ReplyEvent.Text("One.\n\nTwo."));
        _reply.Complete(null);

        Show();

        var update = Update(await _browser.NextAsync("apply"));
        Assert.Equal("<p>One.</p><p>Two.</p>", update.Closed + string.Concat(update.Ending!.Select(patch => patch.Html)));
    }

    [Fact]
    public async Task The_page_hears_of_the_first_text_of_notices_and_of_the_end_only()
    {
        Show();
        await _browser.NextAsync("begin");

        _reply.Append(new ReplyEvent.Notice("Waiting", null));
        Assert.True(await _progress.WaitAsync(Patience));
        _reply.Append(new ReplyEvent.Text("Hello"));
        Assert.True(await _progress.WaitAsync(Patience));
        _reply.Append(new ReplyEvent.Text(" there"));
        await _browser.NextAsync();
        await _browser.NextAsync(_time);
        Assert.Equal(0, _progress.CurrentCount);
        _reply.Complete(null);
        Assert.True(await _progress.WaitAsync(Patience));
    }

    [Fact]
    public async Task Leaving_the_page_ends_the_looking_and_not_the_reply()
    {
        await ShowFirstTextAsync();

        await DisposeComponentsAsync();
        _reply.Append(new ReplyEvent.Text(" there"));
        _reply.Complete(null);

        await _browser.NextAsync("let go");
        await _browser.NextAsync("let go");
        Assert.True(_browser.HasNothingToRead);
        Assert.Equal("Hello there", _reply.Text);
    }

    [Fact]
    public async Task A_page_that_is_gone_is_no_failure()
    {
        await ShowFirstTextAsync();
        _browser.Failure = new JSDisconnectedException("gone");

        _reply.Complete(null);
        await _browser.NextAsync();
        await DisposeComponentsAsync();

        Assert.False(Renderer.UnhandledException.IsCompleted);
    }

    [Fact]
    public async Task A_browser_that_was_lost_for_a_while_gets_everything_again()
    {
        await ShowFirstTextAsync();
        _browser.Failure = new TaskCanceledException();

        _reply.Append(new ReplyEvent.Text(" there"));

        Assert.Equal(" there", Update(await _browser.NextAsync(_time)).Text);
        Assert.Equal("begin", (await _browser.NextAsync()).Function);
        Assert.Equal("Hello there", Update(await _browser.NextAsync()).Text);
    }

    [Fact]
    public async Task The_element_is_left_to_the_browser()
    {
        var part = await ShowFirstTextAsync();

        part.MarkupMatches("<div data-part=\"answer\"></div>");
        Assert.Equal(1, part.RenderCount);
    }

    private async Task<IRenderedComponent<AnswerText>> ShowFirstTextAsync()
    {
        var part = Show();
        await _browser.NextAsync("begin");
        _reply.Append(new ReplyEvent.Text("Hello"));
        await _browser.NextAsync();
        return part;
    }

    private IRenderedComponent<AnswerText> Show() => Render<AnswerText>(parameters => parameters
        .Add(part => part.Reply, _reply)
        .Add(part => part.OnProgress, EventCallback.Factory.Create(this, () => _progress.Release())));

    private static MarkdownUpdate Update(BrowserCall call)
    {
        Assert.Equal("apply", call.Function);
        return Assert.IsType<MarkdownUpdate>(call.Arguments[0]);
    }
}
