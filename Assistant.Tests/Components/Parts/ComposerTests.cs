using Assistant.Core;
using Assistant.Web.Components.Parts;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.JSInterop;

namespace Assistant.Tests.Components.Parts;

public sealed class ComposerTests : BunitContext
{
    private readonly FakeBrowser _browser = new();
    private readonly List<string> _sent = [];
    private string? _refusal;

    public ComposerTests() => Services.AddSingleton<IJSRuntime>(_browser);

    [Fact]
    public async Task Sending_is_left_to_the_browser_which_has_the_text()
    {
        var composer = Show();

        composer.One("textbox", "Message");
        Assert.Equal("submit", composer.One("button", "Send").GetAttribute("type"));
        await _browser.NextAsync("sendFrom");
    }

    [Fact]
    public async Task A_message_that_was_taken_may_be_cleared()
    {
        var composer = Show();

        Assert.True(await SendAsync(composer, "Hello\nthere"));

        Assert.Equal(["Hello\nthere"], _sent);
        Assert.False(composer.Has("alert"));
    }

    [Fact]
    public async Task A_message_that_was_refused_stays_in_its_box_beside_the_reason_until_one_is_taken()
    {
        var composer = Show();
        _refusal = "A reply is still arriving.";

        Assert.False(await SendAsync(composer, "Hello"));
        Assert.Equal("A reply is still arriving.", composer.One("alert").TextContent);
        Assert.Equal("true", composer.One("textbox", "Message").GetAttribute("aria-invalid"));

        _refusal = null;
        Assert.True(await SendAsync(composer, "Hello"));
        Assert.False(composer.Has("alert"));
        Assert.False(composer.One("textbox", "Message").HasAttribute("aria-invalid"));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n\t")]
    public async Task An_empty_message_is_not_sent(string message)
    {
        var composer = Show();

        Assert.False(await SendAsync(composer, message));

        Assert.Empty(_sent);
        Assert.False(composer.Has("alert"));
    }

    [Theory]
    [InlineData(InputLimits.TextBytes, true)]
    [InlineData(InputLimits.TextBytes + 1, false)]
    public async Task A_message_over_the_limit_is_refused(int length, bool isTaken)
    {
        var composer = Show();

        Assert.Equal(isTaken, await SendAsync(composer, new string('a', length)));

        Assert.Equal(isTaken ? 1 : 0, _sent.Count);
        Assert.Equal(!isTaken, composer.Has("alert"));
    }

    [Fact]
    public async Task A_long_message_comes_as_a_stream()
    {
        var composer = Show();
        var message = string.Concat(Enumerable.Repeat("5 € ", 10_000));

        Assert.True(await SendLongAsync(composer, message));

        Assert.Equal([message], _sent);
    }

    [Fact]
    public async Task A_stream_over_the_limit_is_refused()
    {
        var composer = Show();

        Assert.False(await SendLongAsync(composer, new string('a', InputLimits.TextBytes + 1)));

        Assert.Empty(_sent);
        Assert.Equal(InputLimits.TooLong("message"), composer.One("alert").TextContent);
    }

    [Fact]
    public async Task While_a_reply_arrives_it_can_be_stopped_and_what_is_written_waits()
    {
        var happened = new List<string>();
        var composer = ShowBusy(happened);

        Assert.False(composer.Has("button", "Send"));
        Assert.True(await SendAsync(composer, "Hello"));
        await composer.PressAsync("Stop");

        Assert.Empty(_sent);
        Assert.Equal(["queue Hello", "stop"], happened);
    }

    [Fact]
    public async Task Enter_once_more_stops_the_reply_that_is_waited_for()
    {
        var happened = new List<string>();
        var composer = ShowBusy(happened, queued: "Hello");

        composer.One("button", "Stop and send");
        Assert.False(await SendAsync(composer, ""));

        Assert.Equal(["stop"], happened);
    }

    [Fact]
    public async Task A_message_that_waits_can_be_edited_and_removed()
    {
        var happened = new List<string>();
        var composer = ShowBusy(happened, queued: "Hello");

        await composer.PressAsync("Edit queued message");
        await composer.PressAsync("Remove queued message");

        Assert.Equal(["edit", "remove"], happened);
    }

    [Fact]
    public void A_draft_is_kept_for_each_conversation_and_goes_into_one_that_begins()
    {
        var composer = Render<Composer>(parameters => parameters.Add(composer => composer.OnSend, TakeAsync).Add(composer => composer.DraftKey, "a"));
        Assert.Equal(("a", null), Draft());

        composer.Render(parameters => parameters.Add(composer => composer.DraftKey, "b"));
        Assert.Equal(("b", null), Draft());
        composer.Render(parameters => parameters.Add(composer => composer.DraftKey, "c").Add(composer => composer.HasBegunHere, true));
        Assert.Equal(("c", ""), Draft());

        (string?, string?) Draft() => (composer.Find("form").GetAttribute("data-draft"), composer.Find("form").GetAttribute("data-begun"));
    }

    [Fact]
    public void It_is_called_what_the_page_calls_it()
    {
        var composer = Render<Composer>(parameters => parameters
            .Add(composer => composer.OnSend, TakeAsync)
            .Add(composer => composer.Label, "Task")
            .Add(composer => composer.Action, "Run")
            .Add(composer => composer.CanAttach, false));

        Assert.Equal("Task", composer.One("textbox", "Task").GetAttribute("placeholder"));
        Assert.Equal(["Run"], composer.All("button").Select(button => button.AccessibleName()));

        composer.Render(parameters => parameters.Add(composer => composer.IsBusy, true));

        Assert.Equal("Write the next task", composer.One("textbox", "Task").GetAttribute("placeholder"));
        Assert.Equal(["Queue", "Stop"], composer.All("button").Select(button => button.AccessibleName()));
    }

    [Theory]
    [InlineData(false, "false")]
    [InlineData(true, "true")]
    public void Attaching_the_code_is_a_button_that_stays_pressed(bool isAttached, string pressed)
    {
        bool? changed = null;
        var composer = Render<Composer>(parameters => parameters
            .Add(composer => composer.OnSend, TakeAsync)
            .Add(composer => composer.AttachCode, isAttached)
            .Add(composer => composer.AttachCodeChanged, attach => changed = attach));

        var attach = composer.One("button", "Attach code");
        Assert.Equal(pressed, attach.GetAttribute("aria-pressed"));
        attach.Click();

        Assert.Equal(!isAttached, changed);
    }

    [Fact]
    public async Task Pressing_twice_sends_once()
    {
        var taking = new TaskCompletionSource<string?>();
        var sent = 0;
        var composer = Render<Composer>(parameters => parameters.Add(composer => composer.OnSend, _ =>
        {
            sent++;
            return taking.Task;
        }));

        var sending = Task.WhenAll(SendAsync(composer, "Hello"), SendAsync(composer, "Hello"));
        taking.SetResult(null);

        Assert.Single(await sending, isTaken => isTaken);
        Assert.Equal(1, sent);
    }

    [Fact]
    public async Task Leaving_the_page_lets_the_browsers_side_go()
    {
        Show();

        await DisposeComponentsAsync();

        await _browser.NextAsync("let go");
    }

    [Fact]
    public async Task A_page_that_is_gone_is_no_failure()
    {
        _browser.Failure = new JSDisconnectedException("gone");
        Show();

        await DisposeComponentsAsync();

        Assert.False(Renderer.UnhandledException.IsCompleted);
    }

    private IRenderedComponent<Composer> ShowBusy(List<string> happened, string? queued = null) => Render<Composer>(parameters => parameters
        .Add(composer => composer.OnSend, TakeAsync)
        .Add(composer => composer.IsBusy, true)
        .Add(composer => composer.Queued, queued)
        .Add(composer => composer.OnQueue, message => happened.Add($"queue {message}"))
        .Add(composer => composer.OnEditQueued, () => happened.Add("edit"))
        .Add(composer => composer.OnRemoveQueued, () => happened.Add("remove"))
        .Add(composer => composer.OnStop, () => happened.Add("stop")));

    private IRenderedComponent<Composer> Show() => Render<Composer>(parameters => parameters.Add(composer => composer.OnSend, TakeAsync));

    private Task<string?> TakeAsync(string message)
    {
        if (_refusal is null)
        {
            _sent.Add(message);
        }

        return Task.FromResult(_refusal);
    }

    private static Task<bool> SendAsync(IRenderedComponent<Composer> composer, string message) =>
        composer.InvokeAsync(() => composer.Instance.SendAsync(message));

    private async Task<bool> SendLongAsync(IRenderedComponent<Composer> composer, string message)
    {
        _browser.Text = message;
        var stream = await _browser.InvokeAsync<IJSStreamReference>("read", []);
        return await composer.InvokeAsync(() => composer.Instance.SendLongAsync(stream));
    }
}
