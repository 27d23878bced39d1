using Assistant.Core;
using Assistant.Core.Agent;
using Assistant.Core.Ask;
using Assistant.Core.Chat;
using Assistant.Core.Conversations;
using Assistant.Core.Replies;
using Assistant.Core.Workspace.Checkpoints;
using Assistant.Web.Components.Latency;
using Assistant.Web.Components.Parts;
using Microsoft.AspNetCore.Components;

namespace Assistant.Web.Components.Talk;

/// <summary>A page with a conversation on it. What is said here or on another page of the same person is shown as it happens.</summary>
public abstract class TalkPage(
    ReplyRunner runner, ConversationReplies replies, IConversationStore store, AgentRuns runs, LatencyLog latency, Owner owner, NavigationManager navigation)
    : ComponentBase, IDisposable
{
    private readonly OpenConversation _open = new(store, runner, runs, owner);
    private readonly Refreshing _refreshing = new();
    private bool _isOpened;

    /// <summary>The conversation to show; none for a new one.</summary>
    [Parameter] public string? Id { get; set; }

    /// <summary>Why something asked for here was not done.</summary>
    protected string? Refused { get; private set; }

    /// <summary>What was asked for last on this page.</summary>
    protected Reply? Latest { get; set; }

    protected string? OpenId => _open.Id;

    protected bool HasBegunHere => _open.HasBegunHere;

    protected IReadOnlyList<TurnItem> Turns => _open.Turns;

    protected bool IsAnswering => _open.IsAnswering;

    protected string Here => PlaceOf(_open.Id);

    /// <summary>The turn that the address leads to; empty when it leads to none.</summary>
    protected string Linked => new Uri(navigation.Uri).Fragment.TrimStart('#');

    protected string Title => _open.Title is { } title ? $"{title} – Assistant" : "Assistant";

    protected string? Missing => _open.IsMissing ? new ConversationNotFoundException().Message : null;

    protected string Status =>
        IsWorking ? "Working…"
        : Latest?.State switch
        {
            ReplyState.Done => "Answer complete",
            ReplyState.Stopped => "Stopped",
            _ => "",
        };

    /// <summary>What can be done with a run of the agent.</summary>
    protected RunActions RunActions => new(
        run => runs.ChangesAsync(run, CancellationToken.None),
        (run, paths) => runs.KeepAsync(owner, run.Id, paths, CancellationToken.None),
        async (run, paths) => [.. (await runs.UndoAsync(owner, run.Id, paths, CancellationToken.None)).Refused.Select(refusal => $"{refusal.Path} {refusal.Reason}")]);

    protected virtual bool IsWorking => _open.IsAnswering;

    /// <summary>Where a conversation, or a new one, is found on this page.</summary>
    protected abstract string PlaceOf(string? id);

    protected void StartNew() => navigation.NavigateTo(PlaceOf(null));

    protected override void OnInitialized()
    {
        store.Changed += ConversationChanged;
        runs.Changed += RunChanged;
    }

    protected override async Task OnParametersSetAsync()
    {
        if (!_isOpened || Id != _open.Id || _open.IsMissing)
        {
            (_isOpened, Latest) = (true, null);
            Refused = await Attempt.RunAsync(() => _open.OpenAsync(Id));
            if (_open.IsElsewhere(Linked))
            {
                await SwitchAsync(Linked);
            }
        }
    }

    public void Dispose()
    {
        store.Changed -= ConversationChanged;
        runs.Changed -= RunChanged;
        GC.SuppressFinalize(this);
    }

    /// <summary>Adds a question to the conversation, which begins with its first one, and shows its answer as it arrives.</summary>
    /// <returns>Why it could not be asked; nothing when it was.</returns>
    protected Task<string?> SayAsync(Turn question, string? insteadOf) => question.Kind switch
    {
        AskService.Kind => SayAsync<AskService>(question, insteadOf, Answer),
        AgentService.Kind => SayAsync<AgentService>(question, insteadOf, Answer),
        _ => SayAsync<ChatService>(question, insteadOf, Answer),
    };

    protected async Task RetryAsync(TurnItem item) => Refused = await Attempt.RunAsync(async () => Show(item.Turn.Kind switch
    {
        AskService.Kind => await replies.AnswerAgainAsync<AskService>(owner, _open.Id!, item.Turn.Id, Answer, CancellationToken.None),
        AgentService.Kind => await replies.AnswerAgainAsync<AgentService>(owner, _open.Id!, item.Turn.Id, Answer, CancellationToken.None),
        _ => await replies.AnswerAgainAsync<ChatService>(owner, _open.Id!, item.Turn.Id, Answer, CancellationToken.None),
    }));

    protected async Task ContinueAsync(TurnItem item)
    {
        var partial = item.Text;
        Refused = await Attempt.RunAsync(async () => Show(
            item.Turn.Kind == AskService.Kind
                ? await replies.GoOnAsync<AskService>(
                    owner, _open.Id!, item.Turn.Id, (ask, question, _, reply, stopping) => ask.ContinueAsync(Question.Of(question), partial, reply, stopping), CancellationToken.None)
                : await replies.GoOnAsync<ChatService>(
                    owner, _open.Id!, item.Turn.Id, (chat, question, history, reply, stopping) => chat.ContinueAsync(ChatRequest.Of(question, history), partial, reply, stopping), CancellationToken.None)));
    }

    /// <summary>Opens the branch of another version of a turn.</summary>
    protected async Task SwitchAsync(string turnId) => Refused = await Attempt.RunAsync(async () =>
    {
        await store.ChangeAsync(owner, _open.Id!, new ConversationChange { Head = _open.NewestEnd(turnId) }, CancellationToken.None);
        await _open.ReadAsync();
    });

    /// <summary>Something was said in a conversation, but not from here: it is shown, and a page that had none yet has this one.</summary>
    protected async Task JoinAsync(string id)
    {
        if (_open.Id != id)
        {
            _open.BecomeKnown(id);
            navigation.NavigateTo(Here, replace: true);
        }

        Refused = await Attempt.RunAsync(_open.ReadAsync);
        Latest = _open.Turns.FirstOrDefault(item => item.IsArriving)?.Reply ?? Latest;
    }

    protected Task StopAsync() => _open.Turns.FirstOrDefault(item => item.IsArriving)?.Reply!.StopAsync() ?? Task.CompletedTask;

    protected void Progressed() => StateHasChanged();

    protected void Shown(ReplyCycle shown) => latency.Add(owner, shown.Length, shown.Reply.End!.FactsAtEnd!.Timing);

    private static Task Answer(AskService ask, Turn question, IReadOnlyList<Turn> history, Reply reply, CancellationToken stopping) =>
        ask.AnswerAsync(Question.Of(question), reply, stopping);

    private static Task Answer(ChatService chat, Turn question, IReadOnlyList<Turn> history, Reply reply, CancellationToken stopping) =>
        chat.AnswerAsync(ChatRequest.Of(question, history), reply, stopping);

    private static Task Answer(AgentService agent, Turn task, IReadOnlyList<Turn> history, Reply reply, CancellationToken stopping) =>
        agent.RunAsync(new AgentTask(task.Text, history), reply, stopping);

    private async Task<string?> SayAsync<TService>(Turn question, string? insteadOf, ConversationReplies.Work<TService> answer)
        where TService : notnull
    {
        var refused = await Attempt.RunAsync(async () =>
        {
            var id = _open.IsMissing ? null : _open.Id;

            // Away from the page, which is about to draw that something changed: the model is asked before that.
            var started = await Task.Run(() =>
                id is null ? replies.BeginAsync(owner, question, answer, CancellationToken.None)
                : insteadOf is null ? replies.AnswerAsync(owner, id, question, answer, CancellationToken.None)
                : replies.AnswerInsteadAsync(owner, id, insteadOf, question, answer, CancellationToken.None));
            Show(started);
            if (id is null)
            {
                _open.BecomeKnown(started.Reply.ConversationId!);
                navigation.NavigateTo(Here, replace: true);
            }
        });
        StateHasChanged();
        return refused;
    }

    private void Show(StartedAnswer started)
    {
        Refused = null;
        _open.Show(started);
        Latest = started.Reply;
    }

    private void ConversationChanged(Owner whose, string id)
    {
        if (whose == owner && id == _open.Id)
        {
            Refresh();
        }
    }

    private void RunChanged(Owner whose, string id)
    {
        if (whose == owner)
        {
            Refresh();
        }
    }

    private void Refresh()
    {
        if (_refreshing.Ask())
        {
            _ = InvokeAsync(() => _refreshing.RunAsync(ReadAgainAsync));
        }
    }

    private async Task ReadAgainAsync()
    {
        await Attempt.RunAsync(_open.ReadAsync);
        StateHasChanged();
    }
}
