using Assistant.Core.Replies;
using Assistant.Tests.Fakes;
using Assistant.Web.Components.Parts;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.JSInterop;

namespace Assistant.Tests.Components.Parts;

public sealed class CodeResultTests : BunitContext
{
    private readonly ManualTime _time = new();
    private readonly FakeBrowser _browser = new();
    private readonly Reply _reply;

    public CodeResultTests()
    {
        _reply = new Reply(_time);
        Services.AddSingleton<IJSRuntime>(_browser);
    }

    [Fact]
    public async Task Code_is_appended_as_it_arrives_and_then_becomes_a_diff()
    {
        Show();
        var begin = await _browser.NextAsync("begin");
        Assert.Equal(["csharp", "old"], begin.Arguments.Skip(1));

        _reply.Append(new ReplyEvent.Code("new\n"));
        Assert.Equal("new\n", (await _browser.NextAsync()).Arguments[0]);

        _reply.Append(new ReplyEvent.Code("code"));
        _reply.Append(new ReplyEvent.Code("\n"));
        Assert.Equal("code\n", (await _browser.NextAsync(_time)).Arguments[0]);

        _reply.Complete(null);
        Assert.Equal("finish", (await _browser.NextAsync()).Function);
    }

    [Fact]
    public async Task A_refactoring_that_is_stopped_stays_as_far_as_it_had_come()
    {
        Show();
        await _browser.NextAsync("begin");
        _reply.Append(new ReplyEvent.Code("new"));
        await _browser.NextAsync("append");

        await _reply.StopAsync();
        await DisposeComponentsAsync();

        Assert.Equal("dispose", (await _browser.NextAsync()).Function);
    }

    private IRenderedComponent<CodeResult> Show() => Render<CodeResult>(parameters => parameters
        .Add(result => result.Reply, _reply)
        .Add(result => result.Original, "old")
        .Add(result => result.Language, "C#"));
}
