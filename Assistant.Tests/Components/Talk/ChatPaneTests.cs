using Assistant.Core.Chat;
using Assistant.Core.Conversations;
using Assistant.Tests.Components.Parts;
using Assistant.Tests.Fakes;
using Assistant.Web.Components.Parts;
using Assistant.Web.Components.Talk;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.JSInterop;

namespace Assistant.Tests.Components.Talk;

public sealed class ChatPaneTests : BunitContext
{
    private static readonly TurnItem[] Two = [Item("q", TurnRole.User, "Is it safe?"), Item("a", TurnRole.Assistant, "No.")];

    private readonly List<(string Message, bool WithCode)> _sent = [];
    private readonly List<string?> _insteadOf = [];
    private readonly FakeBrowser _browser = new();
    private string? _refusal;

    public ChatPaneTests()
    {
        Services.AddSingleton<IJSRuntime>(_browser);
        Services.AddSingleton<TimeProvider>(new ManualTime());
    }

    [Fact]
    public void The_conversation_is_a_log_that_leaves_the_speaking_to_the_one_status()
    {
        var pane = Show(Two, "Answer complete");

        Assert.Equal("off", pane.One("log", "Conversation").GetAttribute("aria-live"));
        Assert.Equal("Answer complete", pane.One("status").TextContent);
    }

    [Fact]
    public void Turns_are_articles_in_their_order()
    {
        var pane = Show(Two);

        Assert.Equal([("You", "q"), ("Assistant", "a")], pane.All("article").Select(turn => (turn.AccessibleName(), turn.Id!)));
        Assert.All(pane.All("article"), turn => Assert.Equal("Conversation", turn.Closest("[role=log]")?.GetAttribute("aria-label")));
    }

    [Fact]
    public async Task Of_a_long_conversation_the_end_is_drawn_and_earlier_turns_when_they_are_wanted()
    {
        var pane = Show(Many(50));
        Assert.Equal(Enumerable.Range(30, 20).Select(number => $"{number}"), pane.All("article").Select(turn => turn.Id));

        await pane.PressAsync("Earlier messages");
        Assert.Equal("10", pane.All("article")[0].Id);
        await pane.PressAsync("Earlier messages");

        Assert.Equal(50, pane.All("article").Count);
        Assert.False(pane.Has("button", "Earlier messages"));
    }

    [Fact]
    public void A_turn_that_is_added_takes_none_away_and_another_conversation_shows_its_own_end()
    {
        var turns = Many(30);
        var pane = Show(turns);

        turns.Add(Item("new", TurnRole.User, "And now?"));
        pane.Render();
        Assert.Equal(("10", "new", 21), (pane.All("article")[0].Id, pane.All("article")[^1].Id, pane.All("article").Count));

        pane.Render(parameters => parameters.Add(pane => pane.Turns, Many(25)));
        Assert.Equal(("5", 20), (pane.All("article")[0].Id, pane.All("article").Count));
    }

    [Fact]
    public void An_empty_conversation_says_what_can_be_done()
    {
        Assert.Contains("Ask anything", Show([]).One("log").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Ask anything", Show(Two).One("log").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_conversation_that_is_missing_is_an_alert_that_leads_to_a_new_one()
    {
        var pane = Render<ChatPane>(parameters => parameters
            .Add(pane => pane.Turns, [])
            .Add(pane => pane.Status, "")
            .Add(pane => pane.OnSend, TakeAsync)
            .Add(pane => pane.Missing, "This conversation does not exist.")
            .Add(pane => pane.NewAddress, "agent"));

        Assert.Equal("This conversation does not exist. Start a new one.", pane.One("alert").TextContent);
        Assert.Equal("agent", pane.One("link", "Start a new one").GetAttribute("href"));
        Assert.DoesNotContain("Ask anything", pane.One("log").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_code_goes_along_with_one_message_only()
    {
        var pane = Show([]);

        await pane.PressAsync("Attach code");
        Assert.True(await SendAsync(pane, "Why?"));
        Assert.True(await SendAsync(pane, "Really?"));

        Assert.Equal([("Why?", true), ("Really?", false)], _sent);
        Assert.Equal("false", pane.One("button", "Attach code").GetAttribute("aria-pressed"));
    }

    [Fact]
    public async Task The_code_stays_attached_to_a_message_that_was_refused()
    {
        _refusal = "A reply is still arriving.";
        var pane = Show([]);
        await pane.PressAsync("Attach code");

        Assert.False(await SendAsync(pane, "Why?"));

        Assert.Equal("true", pane.One("button", "Attach code").GetAttribute("aria-pressed"));
        Assert.Equal("A reply is still arriving.", pane.One("alert").TextContent);
    }

    [Theory]
    [InlineData("Message")]
    [InlineData("Task")]
    public void A_message_and_a_task_have_drafts_of_their_own(string label)
    {
        var pane = Render<ChatPane>(parameters => parameters
            .Add(pane => pane.Turns, [])
            .Add(pane => pane.Status, "")
            .Add(pane => pane.OnSend, TakeAsync)
            .Add(pane => pane.Label, label));

        Assert.Equal($"{label}/", pane.Find("form").GetAttribute("data-draft"));
    }

    [Fact]
    public async Task What_is_written_while_a_reply_arrives_is_sent_when_it_has_ended()
    {
        var pane = Show(Two);
        SetBusy(pane, true);

        Assert.True(await SendAsync(pane, "And this?"));
        Assert.True(await SendAsync(pane, "And that?"));
        Assert.Equal("Next: And this?\n\nAnd that?", pane.Find(".aside p").TextContent);
        Assert.Empty(_sent);
        SetBusy(pane, false);

        Assert.Equal([("And this?\n\nAnd that?", false)], _sent);
        Assert.Empty(pane.FindAll(".aside"));
    }

    [Fact]
    public async Task A_message_that_waits_can_be_taken_back_into_the_box()
    {
        var pane = Show(Two);
        SetBusy(pane, true);
        await SendAsync(pane, "And this?");

        await pane.PressAsync("Edit queued message");

        Assert.Equal("And this?", (await _browser.NextAsync("write")).Arguments[1]);
        SetBusy(pane, false);
        Assert.Empty(_sent);
    }

    [Fact]
    public async Task A_message_that_waits_in_one_conversation_is_not_sent_in_another()
    {
        var pane = Show(Two);
        SetBusy(pane, true);
        await SendAsync(pane, "And this?");

        pane.Render(parameters => parameters.Add(pane => pane.ConversationId, "another").Add(pane => pane.IsBusy, false));

        Assert.Empty(_sent);
        Assert.Empty(pane.FindAll(".aside"));
    }

    [Fact]
    public async Task A_waiting_message_that_is_refused_is_back_in_the_box_beside_the_reason()
    {
        var pane = Show(Two);
        SetBusy(pane, true);
        await SendAsync(pane, "And this?");

        _refusal = "The disk is full.";
        SetBusy(pane, false);

        Assert.Equal("The disk is full.", pane.One("alert").TextContent);
        Assert.Equal("And this?", (await _browser.NextAsync("write")).Arguments[1]);
    }

    [Fact]
    public async Task An_edited_message_takes_the_place_of_the_one_it_was()
    {
        var pane = Show(Two);

        await pane.PressAsync("Edit message");
        Assert.Equal("Is it safe?", (await _browser.NextAsync("write")).Arguments[1]);
        Assert.True(await SendAsync(pane, "Is it fast?"));
        Assert.True(await SendAsync(pane, "Really?"));

        Assert.Equal(["q", null], _insteadOf);
    }

    [Fact]
    public async Task An_edit_can_be_given_up()
    {
        var pane = Show(Two);
        await pane.PressAsync("Edit message");

        await pane.PressAsync("Cancel edit");
        await SendAsync(pane, "Really?");

        Assert.Equal([null], _insteadOf);
    }

    private static void SetBusy(IRenderedComponent<ChatPane> pane, bool isBusy) => pane.Render(parameters => parameters.Add(pane => pane.IsBusy, isBusy));

    private static TurnItem Item(string id, TurnRole role, string text) => new(new Turn(id, role, text) { Kind = ChatService.Kind });

    private static List<TurnItem> Many(int count) =>
        [.. Enumerable.Range(0, count).Select(number => Item($"{number}", number % 2 == 0 ? TurnRole.User : TurnRole.Assistant, $"Turn {number}"))];

    private IRenderedComponent<ChatPane> Show(IReadOnlyList<TurnItem> turns, string status = "") => Render<ChatPane>(parameters => parameters
        .Add(pane => pane.Turns, turns)
        .Add(pane => pane.ConversationId, "conversation")
        .Add(pane => pane.Status, status)
        .Add(pane => pane.OnSend, TakeAsync));

    private Task<string?> TakeAsync(Message message)
    {
        _sent.Add((message.Text, message.WithCode));
        _insteadOf.Add(message.InsteadOf?.Turn.Id);
        return Task.FromResult(_refusal);
    }

    private static Task<bool> SendAsync(IRenderedComponent<ChatPane> pane, string message) =>
        pane.InvokeAsync(() => pane.FindComponent<Composer>().Instance.SendAsync(message));
}
