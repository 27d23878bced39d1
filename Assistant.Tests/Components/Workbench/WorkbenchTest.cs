using Assistant.Core;
using Assistant.Core.Ask;
using Assistant.Core.Conversations;
using Assistant.Core.Replies;
using Assistant.Tests.Components.Parts;
using Assistant.Tests.Fakes;
using Assistant.Web.Components.Latency;
using Assistant.Web.Components.Parts;
using Assistant.Web.Components.Workbench;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.JSInterop;

namespace Assistant.Tests.Components.Workbench;

/// <summary>The workbench over all of Core, with a model, a clock and a browser of the test's own.</summary>
public abstract class WorkbenchTest : BunitContext
{
    /// <summary>Its answer is expected to be long, so it is streamed.</summary>
    protected const string LongTask = "Write a complete CSV parser class with unit tests";

    private readonly FakeBrowser _browser = new();

    protected ManualTime Time { get; } = new();

    protected Gate Gate { get; } = new();

    /// <summary>What stands in the editor.</summary>
    protected string Code
    {
        set => _browser.Text = value;
    }

    /// <summary>How many milliseconds after the press an answer was painted.</summary>
    protected double? Cycle
    {
        set => _browser.Cycle = value;
    }

    protected IConversationStore Store => Services.GetRequiredService<IConversationStore>();

    protected string Address
    {
        get
        {
            var navigation = Services.GetRequiredService<NavigationManager>();
            return navigation.ToBaseRelativePath(navigation.Uri);
        }
    }

    protected IRenderedComponent<WorkbenchPage> Start(params ScriptedTurn[] turns) => Start(new ScriptedModel(turns));

    protected IRenderedComponent<WorkbenchPage> Start(ScriptedModel model)
    {
        StartServices(model);
        return Open(null);
    }

    protected void StartServices(ScriptedModel model)
    {
        Services.AddSingleton<IJSRuntime>(_browser);
        Services.AddCore(model, Time).AddSingleton(Owner.Local).AddSingleton<LatencyLog>();
    }

    protected IRenderedComponent<WorkbenchPage> Open(string? id) => Render<WorkbenchPage>(parameters => parameters.Add(page => page.Id, id));

    protected static Task<bool> SendAsync(IRenderedComponent<WorkbenchPage> page, string message) =>
        page.InvokeAsync(() => page.FindComponent<Composer>().Instance.SendAsync(message));

    protected static async Task AskAsync(IRenderedComponent<WorkbenchPage> page, string question)
    {
        // Between two renders, or what is found is no longer what is there.
        await page.InvokeAsync(() => page.One("textbox", "Question").Input(question));
        await page.PressAsync("Ask");
    }

    /// <summary>What another page of the same person does.</summary>
    protected async Task<Reply> AskElsewhereAsync(string conversation, string question) => (await Services.GetRequiredService<ConversationReplies>().AnswerAsync<AskService>(
        Owner.Local,
        conversation,
        new Turn(Turn.NewId(), TurnRole.User, question) { Kind = AskService.Kind },
        (ask, asked, _, reply, stopping) => ask.AnswerAsync(Question.Of(asked), reply, stopping),
        CancellationToken.None)).Reply;

    /// <summary>Who said something, and in what state an answer is.</summary>
    protected static IEnumerable<string> Turns(IRenderedComponent<WorkbenchPage> page) => page.All("article").Select(turn =>
        $"{turn.AccessibleName()} {turn.GetAttribute("data-state")} {(turn.GetAttribute("aria-busy") == "true" ? "busy" : "")}".TrimEnd());

    protected async Task<string> OnlyIdAsync() => Assert.Single(await Store.ListAsync(Owner.Local, new ConversationQuery(), CancellationToken.None)).Id;

    /// <summary>The texts of the one conversation there is, once every answer has ended and is kept.</summary>
    protected async Task<IEnumerable<string>> KeptAsync()
    {
        await Services.GetRequiredService<ReplyRunner>().StopAsync(CancellationToken.None);
        var conversation = await Store.FindAsync(Owner.Local, await OnlyIdAsync(), CancellationToken.None);
        return conversation!.Path.Select(turn => turn.Text);
    }
}
