using Assistant.Web.Components.Parts;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.JSInterop;

namespace Assistant.Tests.Components.Parts;

public sealed class CodeEditorTests : BunitContext
{
    private readonly FakeBrowser _browser = new();

    public CodeEditorTests() => Services.AddSingleton<IJSRuntime>(_browser);

    [Fact]
    public void Code_can_be_pasted_before_the_editor_has_loaded()
    {
        var editor = Show();

        Assert.Equal("Code", editor.Find("textarea").GetAttribute("aria-label"));
    }

    [Fact]
    public async Task The_editor_speaks_the_picked_language()
    {
        var editor = Show("Shell");

        Assert.Equal("shell", (await _browser.NextAsync("start")).Arguments[2]);

        editor.Render(parameters => parameters.Add(editor => editor.Language, "C++"));

        Assert.Equal("cpp", (await _browser.NextAsync("setLanguage")).Arguments[0]);
    }

    [Fact]
    public async Task Code_is_read_as_it_stands()
    {
        _browser.Text = "var price = \"5 €\";\n";

        var code = await Show().Instance.ReadAsync(100, CancellationToken.None);

        Assert.Equal("var price = \"5 €\";\n", code);
    }

    [Theory]
    [InlineData("ab€", 5, true)]
    [InlineData("ab€", 4, false)]
    [InlineData("", 4, true)]
    public async Task Code_over_the_limit_is_not_read(string text, int maxBytes, bool isRead)
    {
        _browser.Text = text;

        var code = await Show().Instance.ReadAsync(maxBytes, CancellationToken.None);

        Assert.Equal(isRead ? text : null, code);
    }

    [Fact]
    public async Task Code_is_set_as_a_stream()
    {
        await Show().Instance.SetAsync("var a = 1;");

        var stream = Assert.IsType<DotNetStreamReference>((await _browser.NextAsync("set")).Arguments[0]);
        Assert.NotNull(stream);
    }

    [Fact]
    public async Task Keys_pressed_in_the_code_are_passed_on()
    {
        var heard = new List<string>();
        var editor = Render<CodeEditor>(parameters => parameters
            .Add(editor => editor.Language, "C#")
            .Add(editor => editor.OnAsk, EventCallback.Factory.Create(this, () => heard.Add("ask")))
            .Add(editor => editor.OnRefactor, EventCallback.Factory.Create(this, () => heard.Add("refactor")))
            .Add(editor => editor.OnReady, EventCallback.Factory.Create(this, () => heard.Add("ready"))));

        await editor.InvokeAsync(editor.Instance.ReadyAsync);
        await editor.InvokeAsync(editor.Instance.AskAsync);
        await editor.InvokeAsync(editor.Instance.RefactorAsync);

        Assert.Equal(["ready", "ask", "refactor"], heard);
    }

    [Fact]
    public async Task Leaving_the_page_lets_the_editor_go()
    {
        Show();
        await _browser.NextAsync("start");

        await DisposeComponentsAsync();

        await _browser.NextAsync("dispose");
        await _browser.NextAsync("let go");
    }

    [Fact]
    public async Task A_page_that_is_gone_is_no_failure()
    {
        Show();
        _browser.Failure = new JSDisconnectedException("gone");

        await DisposeComponentsAsync();

        Assert.False(Renderer.UnhandledException.IsCompleted);
    }

    private IRenderedComponent<CodeEditor> Show(string language = "C#") =>
        Render<CodeEditor>(parameters => parameters.Add(editor => editor.Language, language));
}
