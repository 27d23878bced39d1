using Assistant.Core;
using Assistant.Core.Agent;
using Assistant.Core.Conversations;
using Assistant.Core.Replies;
using Assistant.Core.Workspace.Checkpoints;
using Assistant.Web.Components.Parts;

namespace Assistant.Web.Components.Talk;

/// <summary>The conversation a page shows. It can be read again at any time; what is arriving keeps its place on the page.</summary>
internal sealed class OpenConversation(IConversationStore store, ReplyRunner runner, AgentRuns runs, Owner owner)
{
    private List<TurnItem> _turns = [];
    private IReadOnlyList<Turn> _all = [];
    private int _shown;

    /// <summary>None for a conversation that begins with its first message.</summary>
    public string? Id { get; private set; }

    public string? Title { get; private set; }

    /// <summary>There is no conversation of this id, or no longer.</summary>
    public bool IsMissing { get; private set; }

    /// <summary>It began on this page, and was not opened.</summary>
    public bool HasBegunHere { get; private set; }

    /// <summary>The turns of the open branch.</summary>
    public IReadOnlyList<TurnItem> Turns => _turns;

    public bool IsAnswering => _turns.Exists(item => item.IsArriving);

    public async Task OpenAsync(string? id)
    {
        (Id, Title, IsMissing, HasBegunHere, _turns, _all) = (id, null, false, false, [], []);
        await ReadAsync();
    }

    /// <summary>The turn is in this conversation, but on a branch that is not open.</summary>
    public bool IsElsewhere(string turnId) => _all.Any(turn => turn.Id == turnId) && !_turns.Exists(item => item.Turn.Id == turnId);

    /// <summary>The last turn of the newest branch that begins at a turn of this conversation.</summary>
    /// <exception cref="ConversationNotFoundException">There is no such turn in it.</exception>
    public string NewestEnd(string turnId) =>
        _all.Any(turn => turn.Id == turnId) ? Branches.NewestEnd(_all, turnId) : throw new ConversationNotFoundException();

    /// <summary>The conversation that was new has been kept under this id.</summary>
    public void BecomeKnown(string id) => (Id, IsMissing, HasBegunHere) = (id, false, true);

    public async Task ReadAsync()
    {
        if (Id is not { } id)
        {
            return;
        }

        var before = ++_shown;
        var conversation = await store.FindAsync(owner, id, CancellationToken.None);
        var done = conversation?.Turns.Any(turn => turn.Kind == AgentService.Kind) == true ? await runs.ListAsync(owner, id, CancellationToken.None) : [];
        if (before == _shown && id == Id)
        {
            Take(conversation, done.ToDictionary(run => run.Id));
        }
    }

    /// <summary>Shows an answer that was just asked for, with its question, in the place of what stood there.</summary>
    public void Show(StartedAnswer started)
    {
        _shown++;   // whatever is being read is older than this
        var place = _turns.FindIndex(item => item.Turn.After == started.Question.After);
        var before = place < 0 ? _turns : _turns[..place];
        var question = _turns.Find(item => item.Turn.Id == started.Question.Id) ?? new TurnItem(started.Question);
        _turns = [.. before, question, new TurnItem(started.Turn, started.Reply) { IsNew = true }];
    }

    private void Take(Conversation? conversation, Dictionary<string, AgentRun> done)
    {
        IsMissing = conversation is null;
        Title = conversation?.Title;
        _all = conversation?.Turns ?? [];
        var path = conversation?.Path ?? [];
        var versions = Branches.ByPlace(_all);
        var known = _turns.ToDictionary(item => item.Turn.Id);
        var turns = path.Select(turn => ItemOf(turn, known.GetValueOrDefault(turn.Id), versions[(turn.After, turn.Role)], done.GetValueOrDefault(turn.ReplyId ?? ""))).ToList();

        // An answer is shown from the moment it was asked for, and kept a moment later.
        turns.AddRange(_turns.Where(item => item.IsArriving && item.Turn.After == conversation?.Head && !path.Any(turn => turn.Id == item.Turn.Id)));
        _turns = turns;
    }

    private TurnItem ItemOf(Turn turn, TurnItem? known, IEnumerable<Turn> versions, AgentRun? run)
    {
        var reply = known?.Reply is { } shown && (turn.ReplyId is null || shown.Id == turn.ReplyId || shown.IsArriving) && !IsKeptShorter(turn, shown) ? shown
            : turn is { HasEnded: false, ReplyId: { } replyId } ? runner.Find(owner, replyId)
            : null;
        return new TurnItem(turn, reply) { IsNew = known?.IsNew ?? false, Versions = [.. versions.Select(version => version.Id)], Run = run };
    }

    /// <summary>Of an answer that was spoken only what was heard is kept.</summary>
    private static bool IsKeptShorter(Turn turn, Reply shown) => turn.HasEnded && !shown.IsArriving && turn.State != shown.State;
}
