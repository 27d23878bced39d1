using Assistant.Core.Conversations;
using Assistant.Core.Replies;
using Assistant.Core.Workspace.Checkpoints;

namespace Assistant.Web.Components.Parts;

/// <summary>A turn as the page shows it: as it was kept, or through the reply that is filling it.</summary>
public sealed record TurnItem(Turn Turn, Reply? Reply = null)
{
    /// <summary>It came to the page when the person asked, and not with a conversation that was opened.</summary>
    public bool IsNew { get; init; }

    /// <summary>The ids of the turns that stand in the same place on other branches, this one among them, oldest first.</summary>
    public IReadOnlyList<string> Versions { get; init; } = [];

    /// <summary>What the agent did for this answer, once it is over.</summary>
    public AgentRun? Run { get; init; }

    public bool IsArriving => Reply?.IsArriving ?? false;

    /// <summary>The reply knows best. A turn that was kept as unfinished without a reply that goes on was broken off.</summary>
    public ReplyState State => Reply?.State
        ?? (Turn.State is ReplyState.Working or ReplyState.Streaming ? ReplyState.Interrupted : Turn.State);

    public string Text => Reply?.Text ?? Turn.Text;

    public bool HasText => Reply?.HasText ?? Turn.Text.Length > 0;

    public ReplyFacts? Facts => Reply?.End?.FactsAtEnd ?? Turn.Facts;

    public ReplyFailure? Failure => Reply is null ? Turn.Failure : (Reply.End as ReplyEvent.Failed)?.Failure;
}
