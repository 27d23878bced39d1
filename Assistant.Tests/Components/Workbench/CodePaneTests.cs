using Assistant.Core;
using Assistant.Core.Ask;
using Assistant.Web.Components.Parts;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.JSInterop;

namespace Assistant.Tests.Components.Workbench;

public sealed class CodePaneTests : CodePaneTest
{
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

        Assert.Equal([new Question("Is it safe?", "int a = 1;\n", "Python")], Asked);
        Assert.Equal("", pane.One("textbox", "Question").GetAttribute("value"));
        Assert.False(pane.Has("alert"));
    }

    [Fact]
    public async Task A_question_can_beAsked_without_code()
    {
        Browser.Text = " \n";
        var pane = Show();

        await AskAsync(pane, "What is a monad?");

        Assert.Equal([new Question("What is a monad?")], Asked);
    }

    [Fact]
    public async Task Asking_nothing_is_answered_beside_the_form()
    {
        var pane = Show();

        await AskAsync(pane, " ");

        Assert.Empty(Asked);
        Assert.Equal("Write a question about the code first.", pane.One("alert").TextContent);
    }

    [Fact]
    public async Task Why_a_question_was_refused_is_said_beside_the_form_and_the_question_stays()
    {
        Refusal = "A reply is still arriving.";
        var pane = Show();

        await AskAsync(pane, "Is it safe?");

        Assert.Equal("A reply is still arriving.", pane.One("alert").TextContent);
        Assert.Equal("Is it safe?", pane.One("textbox", "Question").GetAttribute("value"));
    }

    [Fact]
    public async Task Code_over_the_limit_is_notAsked_about()
    {
        Browser.Text = new string('a', InputLimits.TextBytes + 1);
        var pane = Show();

        await AskAsync(pane, "Is it safe?");

        Assert.Empty(Asked);
        Assert.Equal(InputLimits.TooLong("code"), pane.One("alert").TextContent);
    }

    [Fact]
    public void While_an_answer_arrives_nothing_can_beAsked_and_code_can_be_refactored()
    {
        var pane = Show(isLocked: true);

        Assert.True(pane.One("button", "Ask").HasAttribute("disabled"));
        Assert.False(pane.One("button", "Refactor").HasAttribute("disabled"));
    }

    [Fact]
    public async Task The_keys_do_what_the_buttons_do()
    {
        var pane = Show();
        var editor = pane.FindComponent<CodeEditor>();
        pane.One("textbox", "Question").Input("Is it safe?");

        await editor.InvokeAsync(editor.Instance.AskAsync);
        await editor.InvokeAsync(editor.Instance.RefactorAsync);

        Assert.Equal("Is it safe?", Assert.Single(Asked).Text);
        Assert.Single(Started);
    }
}
