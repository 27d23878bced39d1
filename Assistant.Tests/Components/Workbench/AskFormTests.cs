using Assistant.Web.Components.Workbench;
using Bunit;

namespace Assistant.Tests.Components.Workbench;

public sealed class AskFormTests : BunitContext
{
    private readonly List<string> _asked = [];
    private Task<bool> _isTaken = Task.FromResult(true);

    [Fact]
    public async Task A_question_is_asked_without_the_blanks_around_it_and_then_the_line_is_free()
    {
        var form = Show();

        form.One("textbox", "Question").Input(" Is it safe? ");
        await form.PressAsync("Ask");

        Assert.Equal(["Is it safe?"], _asked);
        Assert.Equal("", Line(form));
    }

    [Fact]
    public void A_question_that_was_refused_stays()
    {
        _isTaken = Task.FromResult(false);
        var form = Show();

        form.One("textbox", "Question").Input("Is it safe?");
        form.Find("form").Submit();

        Assert.Equal(["Is it safe?"], _asked);
        Assert.Equal("Is it safe?", Line(form));
    }

    [Fact]
    public async Task While_an_answer_arrives_nothing_is_asked()
    {
        var form = Show(isBusy: true);
        form.One("textbox", "Question").Input("Is it safe?");

        await form.InvokeAsync(form.Instance.AskAsync);

        Assert.True(form.One("button", "Ask").HasAttribute("disabled"));
        Assert.Empty(_asked);
        Assert.Equal("Is it safe?", Line(form));
    }

    [Fact]
    public async Task Pressing_twice_asks_once()
    {
        var taking = new TaskCompletionSource<bool>();
        _isTaken = taking.Task;
        var form = Show();
        form.One("textbox", "Question").Input("Is it safe?");

        var asking = Task.WhenAll(form.InvokeAsync(form.Instance.AskAsync), form.InvokeAsync(form.Instance.AskAsync));
        taking.SetResult(true);
        await asking;

        Assert.Equal(["Is it safe?"], _asked);
    }

    private IRenderedComponent<AskForm> Show(bool isBusy = false) =>
        Render<AskForm>(parameters => parameters.Add(form => form.IsBusy, isBusy).Add(form => form.OnAsk, TakeAsync));

    private Task<bool> TakeAsync(string question)
    {
        _asked.Add(question);
        return _isTaken;
    }

    private static string? Line(IRenderedComponent<AskForm> form) => form.One("textbox", "Question").GetAttribute("value");
}
