using Assistant.Core;
using Assistant.Core.Agent;
using Assistant.Core.Conversations;
using Assistant.Core.Replies;
using Assistant.Core.Workspace.Checkpoints;
using Assistant.Web.Components.Latency;
using Assistant.Web.Components.Talk;
using Assistant.Web.SignIn;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace Assistant.Web.Components.Agent;

/// <summary>A workspace, and what is done in it: tasks, each with what it changed.</summary>
public sealed partial class AgentPage(
    ReplyRunner runner,
    ConversationReplies replies,
    IConversationStore store,
    AgentRuns runs,
    LatencyLog latency,
    Owner owner,
    NavigationManager navigation,
    AuthenticationStateProvider caller) : TalkPage(runner, replies, store, runs, latency, owner, navigation)
{
    private static readonly (string, string)[] Jumps = [("chat", "Tasks"), ("workspace", "Files"), ("conversations", "More")];

    private static readonly string[] Hints =
    [
        "Say what is to be done in the workspace.",
        "It is read, changed and tested in one go, and comes back as changes that you keep or undo.",
    ];

    private bool _canChoose;

    protected override async Task OnInitializedAsync() => _canChoose = Caller.IsAdministrator((await caller.GetAuthenticationStateAsync()).User);

    protected override string PlaceOf(string? id) => id is null ? "agent" : $"agent/{id}";

    private IReadOnlyList<AgentRun> Runs => [.. Turns.Select(item => item.Run).OfType<AgentRun>()];

    private Task<string?> SendAsync(Message message) =>
        SayAsync(new Turn(Turn.NewId(), TurnRole.User, message.Text) { Kind = AgentService.Kind }, message.InsteadOf?.Turn.Id);
}
