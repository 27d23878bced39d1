using Assistant.Core;
using Assistant.Core.Ask;
using Assistant.Core.Chat;
using Assistant.Core.Conversations;
using Assistant.Core.Delivery;
using Assistant.Core.Model;
using Assistant.Core.Refactor;
using Assistant.Core.Replies;
using Assistant.Web.Components.Latency;
using Assistant.Web.Components.Parts;
using Microsoft.AspNetCore.Components;

namespace Assistant.Web.Components.Workbench;

/// <summary>Code and conversation, side by side. What is said here or on another page of the same person is shown as it happens.</summary>
public sealed partial class WorkbenchPage(
    ReplyRunner runner,
    ConversationReplies replies,
    IConversationStore store,
    ModelSelection selection,
    LocalModels locals,
    LatencyLog latency,
    Owner owner,
    NavigationManager navigation) : ComponentBase, IDisposable
{
    private readonly OpenConversation _open = new(store, runner, owner);
    private readonly Refreshing _refreshing = new();
    private CodePane? _code;
    private string? _refused;
    private string? _offer;
    private Reply? _latest;
    private bool _isOpened;

    /// <summary>The conversation to show; none for a new one.</summary>
    [Parameter] public string? Id { get; set; }

    private string Here => _open.Id is null ? "" : $"c/{_open.Id}";

    /// <summary>The turn that the address leads to; empty when it leads to none.</summary>
    private string Linked => new Uri(navigation.Uri).Fragment.TrimStart('#');

    private string Title => _open.Title is { } title ? $"{title} – Assistant" : "Assistant";

    private string? Missing => _open.IsMissing ? new ConversationNotFoundException().Message : null;

    private string Status =>
        _open.IsAnswering || _code?.IsRefactoring == true ? "Working…"
        : _latest?.State switch
        {
            ReplyState.Done => "Answer complete",
            ReplyState.Stopped => "Stopped",
            _ => "",
        };

    protected override void OnInitialized() => store.Changed += ConversationChanged;

    protected override async Task OnParametersSetAsync()
    {
        if (!_isOpened || Id != _open.Id || _open.IsMissing)
        {
            (_isOpened, _latest) = (true, null);
            _refused = await Attempt.RunAsync(() => _open.OpenAsync(Id));
            if (_open.IsElsewhere(Linked))
            {
                await SwitchAsync(Linked);
            }
        }

        await OfferAsync();
    }

    public void Dispose() => store.Changed -= ConversationChanged;

    private void ConversationChanged(Owner whose, string id)
    {
        if (whose == owner && id == _open.Id)
        {
            _ = InvokeAsync(() => _refreshing.RunAsync(async () =>
            {
                await Attempt.RunAsync(_open.ReadAsync);
                StateHasChanged();
            }));
        }
    }

    /// <summary>Only while there is nothing else to look at, and only in the place of the built-in engine.</summary>
    private async Task OfferAsync() =>
        _offer = _open.Turns.Count == 0 && selection.Endpoint is null
            ? (await locals.FindAsync(CancellationToken.None)).Select(local => local.Preset.Name).FirstOrDefault()
            : null;

    private void StartNew() => navigation.NavigateTo("");

    private Task<string?> AskAsync(Question question) => SayAsync<AskService>(
        new Turn(Turn.NewId(), TurnRole.User, question.Text) { Kind = AskService.Kind, Code = question.Code, Language = question.Language }, null, Answer);

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
        return turn.Kind == AskService.Kind
            ? await SayAsync<AskService>(turn, edited?.Id, Answer)
            : await SayAsync<ChatService>(turn, edited?.Id, Answer);
    }

    /// <summary>Adds a question to the conversation, which begins with its first one, and shows its answer as it arrives.</summary>
    /// <returns>Why it could not be asked; nothing when it was.</returns>
    private async Task<string?> SayAsync<TService>(Turn question, string? insteadOf, ConversationReplies.Work<TService> answer)
        where TService : notnull
    {
        var refused = await Attempt.RunAsync(async () =>
        {
            var isNew = _open.Id is null || _open.IsMissing;
            var id = isNew ? (await store.CreateAsync(owner, CancellationToken.None)).Id : _open.Id!;
            Show(insteadOf is null
                ? await replies.AnswerAsync(owner, id, question, answer, CancellationToken.None)
                : await replies.AnswerInsteadAsync(owner, id, insteadOf, question, answer, CancellationToken.None));
            if (isNew)
            {
                _open.BecomeKnown(id);
                navigation.NavigateTo(Here, replace: true);
            }
        });
        StateHasChanged();
        return refused;
    }

    private static Task Answer(AskService ask, Turn question, IReadOnlyList<Turn> history, Reply reply, CancellationToken stopping) =>
        ask.AnswerAsync(Question.Of(question), reply, stopping);

    private static Task Answer(ChatService chat, Turn question, IReadOnlyList<Turn> history, Reply reply, CancellationToken stopping) =>
        chat.AnswerAsync(ChatRequest.Of(question, history), reply, stopping);

    private async Task RetryAsync(TurnItem item) => _refused = await Attempt.RunAsync(async () => Show(
        item.Turn.Kind == AskService.Kind
            ? await replies.AnswerAgainAsync<AskService>(owner, _open.Id!, item.Turn.Id, Answer, CancellationToken.None)
            : await replies.AnswerAgainAsync<ChatService>(owner, _open.Id!, item.Turn.Id, Answer, CancellationToken.None)));

    private async Task ContinueAsync(TurnItem item)
    {
        var partial = item.Text;
        _refused = await Attempt.RunAsync(async () => Show(
            item.Turn.Kind == AskService.Kind
                ? await replies.GoOnAsync<AskService>(
                    owner, _open.Id!, item.Turn.Id, (ask, question, _, reply, stopping) => ask.ContinueAsync(Question.Of(question), partial, reply, stopping), CancellationToken.None)
                : await replies.GoOnAsync<ChatService>(
                    owner, _open.Id!, item.Turn.Id, (chat, question, history, reply, stopping) => chat.ContinueAsync(ChatRequest.Of(question, history), partial, reply, stopping), CancellationToken.None)));
    }

    /// <summary>Opens the branch of another version of a turn.</summary>
    private async Task SwitchAsync(string turnId) => _refused = await Attempt.RunAsync(async () =>
    {
        await store.ChangeAsync(owner, _open.Id!, new ConversationChange { Head = _open.NewestEnd(turnId) }, CancellationToken.None);
        await _open.ReadAsync();
    });

    private void Show(StartedAnswer started)
    {
        _refused = null;
        _open.Show(started);
        _latest = started.Reply;
    }

    private Reply Refactor(Refactoring refactoring)
    {
        _latest = runner.Start<RefactorService>(
            owner, null, async (refactor, reply, stopping) => await refactor.RefactorAsync(refactoring, DeliveryChoice.Auto, reply, stopping));
        return _latest;
    }

    private Task StopAsync() => _open.Turns.FirstOrDefault(item => item.IsArriving)?.Reply!.StopAsync() ?? Task.CompletedTask;

    private void Progressed() => StateHasChanged();

    private void Shown(ReplyCycle shown) => latency.Add(owner, shown.Length, shown.Reply.End!.FactsAtEnd!.Timing);
}
