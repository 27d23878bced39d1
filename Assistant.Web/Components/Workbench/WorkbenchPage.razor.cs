using Assistant.Core;
using Assistant.Core.Ask;
using Assistant.Core.Chat;
using Assistant.Core.Conversations;
using Assistant.Core.Delivery;
using Assistant.Core.Model;
using Assistant.Core.Refactor;
using Assistant.Core.Replies;
using Assistant.Core.Voice;
using Assistant.Core.Workspace.Checkpoints;
using Assistant.Web.Components.Latency;
using Assistant.Web.Components.Talk;
using Microsoft.AspNetCore.Components;

namespace Assistant.Web.Components.Workbench;

/// <summary>Code and conversation, side by side.</summary>
public sealed partial class WorkbenchPage(
    ReplyRunner runner,
    ConversationReplies replies,
    IConversationStore store,
    AgentRuns runs,
    ModelSelection selection,
    LocalModels locals,
    LatencyLog latency,
    Speech speech,
    Hearing hearing,
    Owner owner,
    NavigationManager navigation) : TalkPage(runner, replies, store, runs, latency, owner, navigation)
{
    private static readonly (string, string)[] Jumps = [("chat", "Chat"), ("code", "Code"), ("conversations", "More")];

    private readonly ReplyRunner _runner = runner;
    private readonly Owner _owner = owner;
    private CodePane? _code;
    private string? _offer;

    protected override bool IsWorking => base.IsWorking || _code?.IsRefactoring == true;

    protected override string PlaceOf(string? id) => id is null ? "" : $"c/{id}";

    protected override async Task OnParametersSetAsync()
    {
        await base.OnParametersSetAsync();
        await OfferAsync();
    }

    /// <summary>Only while there is nothing else to look at, and only in the place of the built-in engine.</summary>
    private async Task OfferAsync() =>
        _offer = Turns.Count == 0 && selection.Endpoint is null
            ? (await locals.FindAsync(CancellationToken.None)).Select(local => local.Preset.Name).FirstOrDefault()
            : null;

    private Task<string?> AskAsync(Question question) => SayAsync(
        new Turn(Turn.NewId(), TurnRole.User, question.Text) { Kind = AskService.Kind, Code = question.Code, Language = question.Language }, null);

    private async Task<string?> SendAsync(Message message)
    {
        var code = message.WithCode ? await _code!.ReadAsync() : "";
        if (code is null)
        {
            return InputLimits.TooLong("code");
        }

        var hasCode = !string.IsNullOrWhiteSpace(code);
        var edited = message.InsteadOf?.Turn;
        var turn = new Turn(Turn.NewId(), TurnRole.User, message.Text)
        {
            Kind = edited?.Kind ?? ChatService.Kind,
            Code = hasCode ? code : edited?.Code,
            Language = hasCode ? _code!.Language : edited?.Language,
        };
        return await SayAsync(turn, edited?.Id);
    }

    private Reply Refactor(Refactoring refactoring)
    {
        Latest = _runner.Start<RefactorService>(
            _owner, null, async (refactor, reply, stopping) => await refactor.RefactorAsync(refactoring, DeliveryChoice.Auto, reply, stopping));
        return Latest;
    }
}
