using Assistant.Core.Ask;
using Assistant.Core.Refactor;
using Assistant.Core.Replies;
using Assistant.Tests.Components.Parts;
using Assistant.Tests.Fakes;
using Assistant.Web.Components.Workbench;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.JSInterop;

namespace Assistant.Tests.Components.Workbench;

/// <summary>The pane with the code, over a browser of the test's own; what it hands on is only noted.</summary>
public abstract class CodePaneTest : BunitContext
{
    private readonly ManualTime _time = new();
    private readonly List<Question> _asked = [];
    private readonly List<(Refactoring Refactoring, Reply Reply)> _started = [];

    protected CodePaneTest()
    {
        Services.AddSingleton<IJSRuntime>(Browser);
        Services.AddSingleton<TimeProvider>(_time);
    }

    private protected FakeBrowser Browser { get; } = new() { Text = "int a = 1;\n" };

    protected IReadOnlyList<Question> Asked => _asked;

    protected IReadOnlyList<(Refactoring Refactoring, Reply Reply)> Started => _started;

    /// <summary>Why questions are refused.</summary>
    protected string? Refusal { get; set; }

    /// <summary>As many answers are arriving as may at once.</summary>
    protected bool IsFull { get; set; }

    protected static async Task AskAsync(IRenderedComponent<CodePane> pane, string question)
    {
        pane.One("textbox", "Question").Input(question);
        await pane.PressAsync("Ask");
    }

    protected static Task RefactorAsync(IRenderedComponent<CodePane> pane) => pane.PressAsync("Refactor");

    /// <summary>Ends the last refactoring.</summary>
    protected void Finish(string code, params CodeChange[] changes)
    {
        _started[^1].Reply.Append(new ReplyEvent.Code(code));
        _started[^1].Reply.Complete(new RefactorResult(code, "One thing.", changes, ""));
    }

    protected IRenderedComponent<CodePane> Show(bool isLocked = false) => Render<CodePane>(parameters => parameters
        .Add(pane => pane.IsLocked, isLocked)
        .Add(pane => pane.OnAsk, TakeAsync)
        .Add(pane => pane.OnRefactor, Start));

    private Task<string?> TakeAsync(Question question)
    {
        _asked.Add(question);
        return Task.FromResult(Refusal);
    }

    private Reply Start(Refactoring refactoring)
    {
        var reply = IsFull ? throw new TooManyRepliesException("Too many at once.") : new Reply(_time);
        _started.Add((refactoring, reply));
        return reply;
    }
}
