using System.Text;
using Assistant.Core;
using Assistant.Core.Ask;
using Assistant.Core.Refactor;
using Assistant.Core.Replies;
using Assistant.Tests.Components.Parts;
using Assistant.Tests.Fakes;
using Assistant.Web.Components.Parts;
using Assistant.Web.Components.Workbench;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.JSInterop;

namespace Assistant.Tests.Components.Workbench;

public sealed class CodePaneTests : BunitContext
{
    private readonly ManualTime _time = new();
    private readonly FakeBrowser _browser = new() { Text = "int a = 1;\n" };
    private readonly List<Question> _asked = [];
    private readonly List<(Refactoring Refactoring, Reply Reply)> _started = [];
    private string? _refusal;

    public CodePaneTests()
    {
        Services.AddSingleton<IJSRuntime>(_browser);
        Services.AddSingleton<TimeProvider>(_time);
    }

    [Fact]
    public void Every_language_can_be_picked_and_CSharp_is_to_begin_with()
    {
        var pane = Show();

        var picker = pane.One("combobox", "Language");
        Assert.Equal("C#", picker.GetAttribute("value"));
        Assert.Equal(Languages.All.Select(language => language.Name), picker.Children.Select(option => option.TextContent));
    }

    [Fact]
    public async Task A_question_takes_the_code_and_its_language_along()
    {
        var pane = Show();
        pane.One("combobox", "Language").Change("Python");

        await AskAsync(pane, "Is it safe?");

        Assert.Equal([new Question("Is it safe?", "int a = 1;\n", "Python")], _asked);
        Assert.Equal("", pane.One("textbox", "Question").GetAttribute("value"));
        Assert.False(pane.Has("alert"));
    }

    [Fact]
    public async Task A_question_can_be_asked_without_code()
    {
        _browser.Text = " \n";
        var pane = Show();

        await AskAsync(pane, "What is a monad?");

        Assert.Equal([new Question("What is a monad?")], _asked);
    }

    [Fact]
    public async Task Asking_nothing_is_answered_beside_the_form()
    {
        var pane = Show();

        await AskAsync(pane, " ");

        Assert.Empty(_asked);
        Assert.Equal("Write a question about the code first.", pane.One("alert").TextContent);
    }

    [Fact]
    public async Task Why_a_question_was_refused_is_said_beside_the_form_and_the_question_stays()
    {
        _refusal = "A reply is still arriving.";
        var pane = Show();

        await AskAsync(pane, "Is it safe?");

        Assert.Equal("A reply is still arriving.", pane.One("alert").TextContent);
        Assert.Equal("Is it safe?", pane.One("textbox", "Question").GetAttribute("value"));
    }

    [Fact]
    public async Task Code_over_the_limit_is_not_asked_about()
    {
        _browser.Text = new string('a', InputLimits.TextBytes + 1);
        var pane = Show();

        await AskAsync(pane, "Is it safe?");

        Assert.Empty(_asked);
        Assert.Equal(InputLimits.TooLong("code"), pane.One("alert").TextContent);
    }

    [Fact]
    public void While_an_answer_arrives_nothing_can_be_asked_and_code_can_be_refactored()
    {
        var pane = Show(isLocked: true);

        Assert.True(pane.One("button", "Ask").HasAttribute("disabled"));
        Assert.False(pane.One("button", "Refactor").HasAttribute("disabled"));
    }

    [Fact]
    public async Task Refactoring_takes_the_code_and_its_language()
    {
        var pane = Show();
        pane.One("combobox", "Language").Change("Go");

        await RefactorAsync(pane);

        Assert.Equal([new Refactoring("int a = 1;\n", "Go")], _started.Select(started => started.Refactoring));
        pane.One("region", "Refactored code");
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n \n")]
    public async Task Without_code_there_is_nothing_to_refactor(string code)
    {
        _browser.Text = code;
        var pane = Show();

        await RefactorAsync(pane);

        Assert.Empty(_started);
        Assert.Equal("Paste some code into the editor first.", pane.One("alert").TextContent);
    }

    [Fact]
    public async Task Code_over_the_limit_is_not_refactored()
    {
        _browser.Text = new string('a', InputLimits.TextBytes + 1);
        var pane = Show();

        await RefactorAsync(pane);

        Assert.Empty(_started);
        Assert.Equal(InputLimits.TooLong("code"), pane.One("alert").TextContent);
    }

    [Fact]
    public async Task An_alert_goes_when_what_was_wrong_is_put_right()
    {
        _browser.Text = "";
        var pane = Show();
        await RefactorAsync(pane);

        _browser.Text = "int a = 1;\n";
        await RefactorAsync(pane);

        Assert.False(pane.Has("alert"));
    }

    [Fact]
    public async Task While_it_refactors_no_other_refactoring_can_be_started()
    {
        var pane = Show();

        await RefactorAsync(pane);
        Assert.True(pane.One("button", "Refactor").HasAttribute("disabled"));
        await pane.InvokeAsync(pane.FindComponent<CodeEditor>().Instance.RefactorAsync);
        Assert.Single(_started);

        Finish("var a = 1;\n");
        pane.WaitForAssertion(() => Assert.False(pane.One("button", "Refactor").HasAttribute("disabled")));
    }

    [Fact]
    public async Task Pressing_Refactor_twice_starts_one()
    {
        var read = new TaskCompletionSource();
        _browser.Slow = ("read", read.Task);
        var pane = Show();

        var refactoring = Task.WhenAll(RefactorAsync(pane), RefactorAsync(pane));
        read.SetResult();
        await refactoring;

        Assert.Single(_started);
    }

    [Fact]
    public async Task Accepting_puts_the_code_into_the_editor_and_the_cursor_with_it()
    {
        var pane = Show();
        await RefactorAsync(pane);
        Finish("var a = 1;\n");
        pane.WaitForAssertion(() => Assert.False(pane.One("button", "Accept").HasAttribute("disabled")));

        await pane.PressAsync("Accept");

        Assert.False(pane.Has("region", "Refactored code"));
        var code = (DotNetStreamReference)(await _browser.NextAsync("set")).Arguments[0]!;
        Assert.Equal("var a = 1;\n", Encoding.UTF8.GetString(((MemoryStream)code.Stream).ToArray()));
        await _browser.NextAsync("focus");
    }

    [Fact]
    public async Task Discarding_stops_a_refactoring_that_arrives_and_leaves_the_code_alone()
    {
        var pane = Show();
        await RefactorAsync(pane);
        await _browser.NextAsync("begin");

        await pane.PressAsync("Discard");

        Assert.False(pane.Has("region", "Refactored code"));
        Assert.False(pane.One("button", "Refactor").HasAttribute("disabled"));
        Assert.Equal(ReplyState.Stopped, _started[0].Reply.State);
        Assert.NotEqual("set", (await _browser.NextAsync()).Function);
    }

    [Fact]
    public async Task A_failed_refactoring_is_tried_again_with_the_code_it_began_with()
    {
        var pane = Show();
        await RefactorAsync(pane);
        _started[0].Reply.Fail(new ReplyFailure(null, "It broke."));
        pane.WaitForAssertion(() => pane.One("button", "Retry"));

        _browser.Text = "typed since";
        await pane.PressAsync("Retry");

        Assert.Equal(["int a = 1;\n", "int a = 1;\n"], _started.Select(started => started.Refactoring.Code));
        Assert.False(pane.Has("alert"));
    }

    [Fact]
    public async Task The_keys_do_what_the_buttons_do()
    {
        var pane = Show();
        var editor = pane.FindComponent<CodeEditor>();
        pane.One("textbox", "Question").Input("Is it safe?");

        await editor.InvokeAsync(editor.Instance.AskAsync);
        await editor.InvokeAsync(editor.Instance.RefactorAsync);

        Assert.Equal("Is it safe?", Assert.Single(_asked).Text);
        Assert.Single(_started);
    }

    private static async Task AskAsync(IRenderedComponent<CodePane> pane, string question)
    {
        pane.One("textbox", "Question").Input(question);
        await pane.PressAsync("Ask");
    }

    private static Task RefactorAsync(IRenderedComponent<CodePane> pane) => pane.PressAsync("Refactor");

    private void Finish(string code)
    {
        _started[0].Reply.Append(new ReplyEvent.Code(code));
        _started[0].Reply.Complete(new RefactorResult(code, "One thing.", [], ""));
    }

    private IRenderedComponent<CodePane> Show(bool isLocked = false) => Render<CodePane>(parameters => parameters
        .Add(pane => pane.IsLocked, isLocked)
        .Add(pane => pane.OnAsk, TakeAsync)
        .Add(pane => pane.OnRefactor, Start));

    private Task<string?> TakeAsync(Question question)
    {
        _asked.Add(question);
        return Task.FromResult(_refusal);
    }

    private Reply Start(Refactoring refactoring)
    {
        var reply = new Reply(_time);
        _started.Add((refactoring, reply));
        return reply;
    }
}
