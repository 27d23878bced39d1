using Assistant.Tests.Fakes;
using Assistant.Web.Components.Parts;
using Bunit;
using Microsoft.Extensions.DependencyInjection;

namespace Assistant.Tests.Components.Parts;

public sealed class QuietStatusTests : BunitContext
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(1);

    private readonly ManualTime _time = new();
    private readonly IRenderedComponent<QuietStatus> _status;

    public QuietStatusTests()
    {
        Services.AddSingleton<TimeProvider>(_time);
        _status = Render<QuietStatus>(parameters => parameters.Add(status => status.Text, ""));
    }

    [Fact]
    public void The_first_words_are_said_at_once()
    {
        Change("Working…");

        Assert.Equal("Working…", Said());
    }

    [Fact]
    public void The_next_words_wait_until_a_second_has_passed()
    {
        Change("Working…");

        Change("Answer complete");
        _time.Advance(Second - Moment);
        Assert.Equal("Working…", Said());
        _time.Advance(Moment);

        WaitUntilSaid("Answer complete");
    }

    [Fact]
    public void Words_after_a_quiet_second_are_said_at_once()
    {
        Change("Working…");
        _time.Advance(Second);

        Change("Answer complete");

        Assert.Equal("Answer complete", Said());
    }

    [Fact]
    public void Of_many_changes_within_a_second_only_what_is_true_then_is_said()
    {
        Change("Working…");

        Change("Answer complete");
        Change("Working…");
        Change("Stopped");
        _time.Advance(Second);
        WaitUntilSaid("Stopped");

        Change("Working…");
        Assert.Equal("Stopped", Said());
        _time.Advance(Second);
        WaitUntilSaid("Working…");
    }

    [Fact]
    public async Task Leaving_the_page_ends_the_waiting()
    {
        Change("Working…");
        Change("Answer complete");

        await DisposeComponentsAsync();
        _time.Advance(Second);

        Assert.False(Renderer.UnhandledException.IsCompleted);
    }

    private void Change(string text) => _status.Render(parameters => parameters.Add(status => status.Text, text));

    private string Said() => _status.One("status").TextContent;

    private void WaitUntilSaid(string text) => _status.WaitForAssertion(() => Assert.Equal(text, Said()));
}
