using Assistant.Core;
using Assistant.Core.Ask;
using Assistant.Core.Conversations;
using Assistant.Core.Model;
using Assistant.Core.Replies;
using Assistant.Tests.Components.Parts;
using Assistant.Tests.Fakes;
using Assistant.Web.Components.Parts;
using Assistant.Web.Components.Workbench;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.JSInterop;

namespace Assistant.Tests.Components.Workbench;

public sealed class WorkbenchPageTests : BunitContext
{
    /// <summary>Its answer is expected to be long, so it is streamed.</summary>
    private const string LongTask = "Write a complete CSV parser class with unit tests";

    private readonly ManualTime _time = new();
    private readonly FakeBrowser _browser = new();
    private readonly Gate _gate = new();

    private IConversationStore Store => Services.GetRequiredService<IConversationStore>();

    private NavigationManager Navigation => Services.GetRequiredService<NavigationManager>();

    [Fact]
    public async Task A_message_and_its_answer_are_turns_of_a_new_conversation()
    {
        var page = Start(new ScriptedTurn("Use ") { Gate = _gate });

        Assert.True(await SendAsync(page, LongTask));

        page.WaitForAssertion(() => Assert.Equal(["You", "Assistant streaming busy"], Turns(page)));
        Assert.Equal("Working…", page.One("status").TextContent);
        Assert.Equal(LongTask, page.Find("[aria-current=page]").TextContent);
        Assert.Equal(page.Find("[aria-current=page]").GetAttribute("href"), Navigation.ToBaseRelativePath(Navigation.Uri));
        Assert.Equal($"{LongTask} – Assistant", Render(page.FindComponent<PageTitle>().Instance.ChildContent!).Markup);

        _gate.Open();
        page.WaitForAssertion(() => Assert.Equal(["You", "Assistant done"], Turns(page)));
        _time.Advance(TimeSpan.FromSeconds(1));
        page.WaitForAssertion(() => Assert.Equal("Answer complete", page.One("status").TextContent));
        page.One("button", "Send");
    }

    [Fact]
    public async Task The_next_message_goes_on_with_the_same_conversation()
    {
        var page = Start(new ScriptedTurn("First."), new ScriptedTurn("Second."));
        await SendAsync(page, "One?");
        page.WaitForAssertion(() => Assert.Equal(["You", "Assistant done"], Turns(page)));

        await SendAsync(page, "Two?");

        page.WaitForAssertion(() => Assert.Equal(["You", "Assistant done", "You", "Assistant done"], Turns(page)));
        Assert.Single(page.FindComponent<ConversationList>().Instance.Conversations);
    }

    [Fact]
    public async Task Stop_ends_the_answer_with_what_had_arrived()
    {
        var page = Start(new ScriptedTurn("Use ") { ThenHang = true });
        await SendAsync(page, LongTask);
        page.WaitForAssertion(() => Assert.Equal(["You", "Assistant streaming busy"], Turns(page)));

        page.One("button", "Stop").Click();

        page.WaitForAssertion(() => Assert.Equal(["You", "Assistant stopped"], Turns(page)));
        _time.Advance(TimeSpan.FromSeconds(1));
        page.WaitForAssertion(() => Assert.Equal("Stopped", page.One("status").TextContent));
    }

    [Fact]
    public async Task A_question_carries_the_code_to_the_model_and_into_the_conversation()
    {
        _browser.Text = "int a = 1;";
        var model = new ScriptedModel(new ScriptedTurn("Yes."));
        var page = Start(model);

        await AskAsync(page, "Is it safe?");

        page.WaitForAssertion(() => Assert.Equal(["You", "Assistant done"], Turns(page)));
        Assert.Equal("C#, 1 line", page.Find("article summary").TextContent);
        var asked = Assert.Single(model.Calls).Messages[^1].Text;
        Assert.Contains("int a = 1;", asked, StringComparison.Ordinal);
        Assert.EndsWith("Is it safe?", asked, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_message_carries_the_code_only_if_it_is_attached(bool isAttached)
    {
        _browser.Text = "int a = 1;";
        var model = new ScriptedModel(new ScriptedTurn("Yes."));
        var page = Start(model);
        if (isAttached)
        {
            page.One("button", "Attach code").Click();
        }

        Assert.True(await SendAsync(page, "Is it safe?"));

        page.WaitForAssertion(() => Assert.Equal(["You", "Assistant done"], Turns(page)));
        Assert.Equal(isAttached, model.Calls[0].Messages[^1].Text.Contains("int a = 1;", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_message_is_not_sent_without_the_code_that_is_too_long_to_go_along()
    {
        _browser.Text = new string('a', InputLimits.TextBytes + 1);
        var page = Start(new ScriptedTurn("Yes."));
        page.One("button", "Attach code").Click();

        Assert.False(await SendAsync(page, "Is it safe?"));

        Assert.Equal(InputLimits.TooLong("code"), page.One("alert").TextContent);
        Assert.Empty(Turns(page));
    }

    [Fact]
    public async Task Retry_puts_a_new_answer_in_the_place_of_the_failed_one()
    {
        var page = Start(new ScriptedTurn { Failure = Refused("Check the key.") }, new ScriptedTurn("Yes."));
        await AskAsync(page, "Is it safe?");
        page.WaitForAssertion(() => Assert.Equal("Check the key.", page.One("alert").TextContent));
        Assert.Equal(["You", "Assistant failed"], Turns(page));

        await page.One("button", "Retry").ClickAsync();

        page.WaitForAssertion(() => Assert.Equal(["You", "Assistant done"], Turns(page)));
        Assert.False(page.Has("alert"));
        Assert.Equal(["Is it safe?", "Yes."], await KeptAsync());
    }

    [Fact]
    public async Task Retry_of_a_message_is_answered_as_a_message()
    {
        var model = new ScriptedModel(new ScriptedTurn { Failure = Refused("Check the key.") }, new ScriptedTurn("Here."));
        var page = Start(model);
        await SendAsync(page, LongTask);
        page.WaitForAssertion(() => page.One("button", "Retry"));

        await page.One("button", "Retry").ClickAsync();

        page.WaitForAssertion(() => Assert.Equal(["You", "Assistant done"], Turns(page)));
        Assert.True(model.Calls[1].IsStreamed);
    }

    [Fact]
    public async Task Retry_in_a_conversation_that_is_busy_elsewhere_is_refused_with_a_sentence_until_something_is_taken()
    {
        var page = Start(new ScriptedTurn { Failure = Refused("Check the key.") }, new ScriptedTurn("Yes.") { ThenHang = true }, new ScriptedTurn("Yes."));
        await AskAsync(page, "Is it safe?");
        page.WaitForAssertion(() => page.One("button", "Retry"));
        var elsewhere = await AskElsewhereAsync(await OnlyIdAsync(), "Really?");

        await page.One("button", "Retry").ClickAsync();
        Assert.Equal(new ConversationBusyException().Message, page.Find(".composer [role=alert]").TextContent);
        Assert.Equal(["You", "Assistant failed"], Turns(page));

        await elsewhere.StopAsync();
        Assert.True(await SendAsync(page, "And now?"));
        Assert.Empty(page.FindAll(".composer [role=alert]"));
    }

    [Fact]
    public async Task A_cut_answer_goes_on_where_it_stopped()
    {
        var page = Start(new ScriptedTurn("Use a ") { FinishReason = ChatFinishReason.Length }, new ScriptedTurn("loop."));
        await AskAsync(page, "Is it safe?");
        page.WaitForAssertion(() => page.One("button", "Continue"));

        await page.One("button", "Continue").ClickAsync();

        page.WaitForAssertion(() => Assert.False(page.Has("button", "Continue")));
        page.WaitForAssertion(() => Assert.Equal(["You", "Assistant done"], Turns(page)));
        Assert.Equal(["Is it safe?", "Use a loop."], await KeptAsync());
    }

    [Fact]
    public async Task An_answer_that_broke_off_goes_on_where_it_stopped()
    {
        var lost = new ModelException(ModelFault.Incomplete, "The connection was lost.");
        var page = Start(new ScriptedTurn("Use ") { Failure = lost }, new ScriptedTurn("a loop."));
        await SendAsync(page, LongTask);
        page.WaitForAssertion(() => page.One("button", "Continue"));
        Assert.Equal(["You", "Assistant interrupted"], Turns(page));

        await page.One("button", "Continue").ClickAsync();

        page.WaitForAssertion(() => Assert.Equal(["You", "Assistant done"], Turns(page)));
        Assert.Equal([LongTask, "Use a loop."], await KeptAsync());
    }

    [Fact]
    public async Task A_message_into_a_conversation_that_is_busy_elsewhere_is_refused_with_a_sentence()
    {
        var page = Start(new ScriptedTurn("First."), new ScriptedTurn { ThenHang = true });
        await SendAsync(page, "One?");
        page.WaitForAssertion(() => Assert.Equal(["You", "Assistant done"], Turns(page)));
        await AskElsewhereAsync(await OnlyIdAsync(), "Really?");

        Assert.False(await SendAsync(page, "Two?"));

        Assert.Equal(new ConversationBusyException().Message, page.One("alert").TextContent);
        Assert.Equal(["You", "Assistant done"], Turns(page));
    }

    [Fact]
    public async Task Opening_a_conversation_shows_what_was_kept()
    {
        StartServices(new ScriptedModel(new ScriptedTurn("No.")));
        var id = (await Store.CreateAsync(Owner.Local, CancellationToken.None)).Id;
        await (await AskElsewhereAsync(id, "Is it safe?")).Ended;
        await KeptAsync();

        var page = Open(id);

        Assert.Equal(["You", "Assistant done"], Turns(page));
        Assert.Equal("No.", page.Find("[data-part=answer]").TextContent);
        Assert.Equal("Is it safe?", page.Find("[aria-current=page]").TextContent);
        Assert.Equal("", page.One("status").TextContent);
    }

    [Fact]
    public async Task Opening_a_conversation_in_mid_answer_goes_on_showing_it()
    {
        StartServices(new ScriptedModel(new ScriptedTurn("No.") { Gate = _gate }));
        var id = (await Store.CreateAsync(Owner.Local, CancellationToken.None)).Id;
        await AskElsewhereAsync(id, "Is it safe?");
        await _gate.Reached;

        var page = Open(id);

        Assert.Equal(["You", "Assistant working busy"], Turns(page));
        Assert.Equal("Working…", page.One("status").TextContent);
        page.One("button", "Stop");
        _gate.Open();
        page.WaitForAssertion(() => Assert.Equal(["You", "Assistant done"], Turns(page)));
        page.One("button", "Send");
    }

    [Fact]
    public async Task Leaving_the_page_lets_the_answer_go_on()
    {
        var page = Start(new ScriptedTurn("No.") { Gate = _gate });
        await AskAsync(page, "Is it safe?");

        await DisposeComponentsAsync();
        _gate.Open();

        Assert.Equal(["Is it safe?", "No."], await KeptAsync());
    }

    [Fact]
    public async Task A_conversation_that_is_not_there_says_so_and_a_message_begins_a_new_one()
    {
        StartServices(new ScriptedModel(new ScriptedTurn("Hello.")));
        var page = Open("unheard-of");
        Assert.StartsWith(new ConversationNotFoundException().Message, page.One("alert").TextContent, StringComparison.Ordinal);

        Assert.True(await SendAsync(page, "Hello"));

        page.WaitForAssertion(() => Assert.Equal(["You", "Assistant done"], Turns(page)));
        Assert.False(page.Has("alert"));
        Assert.Equal($"c/{await OnlyIdAsync()}", Navigation.ToBaseRelativePath(Navigation.Uri));
    }

    [Fact]
    public async Task Going_to_another_conversation_shows_that_one()
    {
        StartServices(new ScriptedModel(new ScriptedTurn("No.")));
        var first = (await Store.CreateAsync(Owner.Local, CancellationToken.None)).Id;
        await (await AskElsewhereAsync(first, "Is it safe?")).Ended;
        await KeptAsync();
        var page = Open(first);

        page.One("button", "New conversation").Click();
        Assert.Equal("", Navigation.ToBaseRelativePath(Navigation.Uri));
        page.Render(parameters => parameters.Add(page => page.Id, null));

        Assert.Empty(Turns(page));
        Assert.Empty(page.FindAll("[aria-current]"));
        page.Render(parameters => parameters.Add(page => page.Id, first));
        Assert.Equal(["You", "Assistant done"], Turns(page));
    }

    [Fact]
    public async Task Conversations_are_found_by_their_text()
    {
        StartServices(new ScriptedModel(new ScriptedTurn("No.")));
        foreach (var question in (string[])["Is it safe?", "What is a monad?"])
        {
            await AskElsewhereAsync((await Store.CreateAsync(Owner.Local, CancellationToken.None)).Id, question);
        }

        var page = Open(null);
        page.One("searchbox", "Search conversations").Input("MONAD");

        Assert.Equal(["What is a monad?"], page.FindAll("nav li").Select(found => found.TextContent.Trim()));
    }

    [Fact]
    public async Task A_refactoring_is_work_that_ends_with_something_to_accept()
    {
        _browser.Text = "int a = 1;";
        var page = Start(new ScriptedTurn("```csharp\nvar a = 1;\n```\n\n- line 1: use var\n") { Gate = _gate });

        await page.One("button", "Refactor").ClickAsync();
        Assert.Equal("Working…", page.One("status").TextContent);
        _gate.Open();

        page.WaitForAssertion(() => Assert.False(page.One("button", "Accept").HasAttribute("disabled")));
        Assert.Equal("1 change", page.Find(".count").TextContent);
        _time.Advance(TimeSpan.FromSeconds(1));
        page.WaitForAssertion(() => Assert.Equal("Answer complete", page.One("status").TextContent));
        Assert.Empty(Turns(page));
    }

    [Fact]
    public async Task Code_can_be_refactored_while_an_answer_arrives()
    {
        _browser.Text = "int a = 1;";
        var page = Start(new ScriptedTurn("Use ") { Gate = _gate }, new ScriptedTurn("```csharp\nvar a = 1;\n```\n"));
        await SendAsync(page, LongTask);
        await _gate.Reached;

        await page.One("button", "Refactor").ClickAsync();

        page.WaitForAssertion(() => Assert.False(page.One("button", "Accept").HasAttribute("disabled")));
        Assert.Equal("Working…", page.One("status").TextContent);
        page.WaitForAssertion(() => Assert.Equal(["You", "Assistant streaming busy"], Turns(page)));
    }

    private static ModelException Refused(string message) => new(ModelFault.Unauthorized, message);

    private void StartServices(ScriptedModel model)
    {
        Services.AddSingleton<IJSRuntime>(_browser);
        Services.AddCore(model, _time).AddSingleton(Owner.Local);
    }

    private IRenderedComponent<WorkbenchPage> Start(params ScriptedTurn[] turns) => Start(new ScriptedModel(turns));

    private IRenderedComponent<WorkbenchPage> Start(ScriptedModel model)
    {
        StartServices(model);
        return Open(null);
    }

    private IRenderedComponent<WorkbenchPage> Open(string? id) => Render<WorkbenchPage>(parameters => parameters.Add(page => page.Id, id));

    private static Task<bool> SendAsync(IRenderedComponent<WorkbenchPage> page, string message) =>
        page.InvokeAsync(() => page.FindComponent<Composer>().Instance.SendAsync(message));

    private static async Task AskAsync(IRenderedComponent<WorkbenchPage> page, string question)
    {
        page.One("textbox", "Question").Input(question);
        await page.One("button", "Ask").ClickAsync();
    }

    /// <summary>What another page of the same person does.</summary>
    private Task<Reply> AskElsewhereAsync(string conversation, string question) => Services.GetRequiredService<ConversationReplies>().AnswerAsync<AskService>(
        Owner.Local,
        conversation,
        new Turn(Turn.NewId(), TurnRole.User, question) { Kind = AskService.Kind },
        (ask, asked, _, reply, stopping) => ask.AnswerAsync(Question.Of(asked), reply, stopping),
        CancellationToken.None);

    private static IEnumerable<string> Turns(IRenderedComponent<WorkbenchPage> page) => page.All("article").Select(turn =>
        $"{turn.AccessibleName()} {turn.GetAttribute("data-state")} {(turn.GetAttribute("aria-busy") == "true" ? "busy" : "")}".TrimEnd());

    private async Task<string> OnlyIdAsync() => Assert.Single(await Store.ListAsync(Owner.Local, null, CancellationToken.None)).Id;

    /// <summary>The texts of the one conversation there is, once every answer has ended and is kept.</summary>
    private async Task<IEnumerable<string>> KeptAsync()
    {
        await Services.GetRequiredService<ReplyRunner>().StopAsync(CancellationToken.None);
        var conversation = await Store.FindAsync(Owner.Local, await OnlyIdAsync(), CancellationToken.None);
        return conversation!.Turns.Select(turn => turn.Text);
    }
}
