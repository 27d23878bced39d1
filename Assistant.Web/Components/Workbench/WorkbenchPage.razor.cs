using Assistant.Core;
using Assistant.Core.Ask;
using Assistant.Core.Chat;
using Assistant.Core.Conversations;
using Assistant.Core.Delivery;
using Assistant.Core.Model;
using Assistant.Core.Refactor;
using Assistant.Core.Replies;
using Assistant.Web.Components.Parts;
using Microsoft.AspNetCore.Components;

namespace Assistant.Web.Components.Workbench;

/// <summary>Code and conversation, side by side. The only part of the workbench that talks to services.</summary>
public sealed partial class WorkbenchPage(
    ReplyRunner runner,
    ConversationReplies replies,
    IConversationStore store,
    ModelSelection selection,
    LocalModels locals,
    Owner owner,
    NavigationManager navigation) : ComponentBase
{
    private CodePane? _code;
    private List<TurnItem> _turns = [];
    private IReadOnlyList<ConversationSummary> _conversations = [];
    private string _query = "";
    private string? _open;
    private string? _missing;
    private string? _refused;
    private string? _offer;
    private Reply? _latest;

    /// <summary>The conversation to show; none for a new one.</summary>
    [Parameter] public string? Id { get; set; }

    private bool IsAnswering => _turns.Exists(item => item.IsArriving);

    private string Here => _open is null ? "" : $"c/{_open}";

    private string Title => _conversations.FirstOrDefault(conversation => conversation.Id == _open) is { } open ? $"{open.Title} – Assistant" : "Assistant";

    private string Status =>
        IsAnswering || _code?.IsRefactoring == true ? "Working…"
        : _latest?.State switch
        {
            ReplyState.Done => "Answer complete",
            ReplyState.Stopped => "Stopped",
            _ => "",
        };

    protected override async Task OnParametersSetAsync()
    {
        if (Id != _open || _missing is not null)
        {
            await OpenAsync(Id);
        }

        await ListAsync();
        await OfferAsync();
    }

    /// <summary>Only while there is nothing else to look at, and only in the place of the built-in engine.</summary>
    private async Task OfferAsync() =>
        _offer = _turns.Count == 0 && selection.Endpoint is null
            ? (await locals.FindAsync(CancellationToken.None)).Select(local => local.Preset.Name).FirstOrDefault()
            : null;

    private async Task OpenAsync(string? id)
    {
        var conversation = id is null ? null : await store.FindAsync(owner, id, CancellationToken.None);
        _open = id;
        _missing = id is not null && conversation is null ? new ConversationNotFoundException().Message : null;
        _turns = [.. (conversation?.Turns ?? []).Select(turn => new TurnItem(turn, Arriving(turn)))];
        (_latest, _refused) = (null, null);
    }

    private Reply? Arriving(Turn turn) =>
        turn.ReplyId is { } replyId && runner.Find(owner, replyId) is { IsArriving: true } reply ? reply : null;

    private void StartNew() => navigation.NavigateTo("");

    private async Task SearchAsync(string query)
    {
        _query = query;
        await ListAsync();
    }

    private async Task ListAsync() => _conversations = await store.ListAsync(owner, _query, CancellationToken.None);

    private Task<string?> AskAsync(Question question) => SayAsync<AskService>(
        new Turn(Turn.NewId(), TurnRole.User, question.Text) { Kind = AskService.Kind, Code = question.Code, Language = question.Language }, Answer);

    private async Task<string?> SendAsync(string message, bool withCode)
    {
        var code = withCode ? await _code!.ReadAsync() : "";
        if (code is null)
        {
            return InputLimits.TooLong("code");
        }

        var hasCode = !string.IsNullOrWhiteSpace(code);
        var turn = new Turn(Turn.NewId(), TurnRole.User, message)
        {
            Kind = ChatService.Kind,
            Code = hasCode ? code : null,
            Language = hasCode ? _code!.Language : null,
        };
        return await SayAsync<ChatService>(turn, Answer);
    }

    /// <summary>Adds a question to the conversation, which begins with its first one, and shows its answer as it arrives.</summary>
    private async Task<string?> SayAsync<TService>(Turn question, ConversationReplies.Work<TService> answer)
        where TService : notnull
    {
        try
        {
            var isNew = _open is null || _missing is not null;
            var id = isNew ? (await store.CreateAsync(owner, CancellationToken.None)).Id : _open!;
            var reply = await replies.AnswerAsync(owner, id, question, answer, CancellationToken.None);
            _refused = null;
            _turns.Add(new TurnItem(question));
            Show(reply, new Turn(reply.Id, TurnRole.Assistant, "") { Kind = question.Kind });
            if (isNew)
            {
                (_open, _missing) = (id, null);
                navigation.NavigateTo(Here, replace: true);
            }

            await ListAsync();
            StateHasChanged();
            return null;
        }
        catch (Exception refused) when (refused is ConversationBusyException or ConversationNotFoundException)
        {
            return refused.Message;
        }
    }

    private static Task Answer(AskService ask, Turn question, IReadOnlyList<Turn> history, Reply reply, CancellationToken stopping) =>
        ask.AnswerAsync(Question.Of(question), reply, stopping);

    private static Task Answer(ChatService chat, Turn question, IReadOnlyList<Turn> history, Reply reply, CancellationToken stopping) =>
        chat.AnswerAsync(ChatRequest.Of(question, history), reply, stopping);

    private Task RetryAsync(TurnItem item) => AnswerAgainAsync(item, Answer, Answer);

    private Task ContinueAsync(TurnItem item)
    {
        var partial = item.Text;
        return AnswerAgainAsync(
            item,
            (ask, question, _, reply, stopping) => ask.ContinueAsync(Question.Of(question), partial, reply, stopping),
            (chat, question, history, reply, stopping) => chat.ContinueAsync(ChatRequest.Of(question, history), partial, reply, stopping));
    }

    /// <summary>Another answer in the place of this one, by the service that gave it.</summary>
    private async Task AnswerAgainAsync(TurnItem item, ConversationReplies.Work<AskService> ask, ConversationReplies.Work<ChatService> chat)
    {
        try
        {
            _refused = null;
            var id = item.Turn.Id;
            Show(
                item.Turn.Kind == AskService.Kind
                    ? await replies.AnswerAgainAsync(owner, _open!, id, ask, CancellationToken.None)
                    : await replies.AnswerAgainAsync(owner, _open!, id, chat, CancellationToken.None),
                item.Turn);
        }
        catch (Exception refused) when (refused is ConversationBusyException or ConversationNotFoundException)
        {
            _refused = refused.Message;
        }
    }

    private void Show(Reply reply, Turn turn)
    {
        var item = new TurnItem(turn, reply) { IsNew = true };
        var place = _turns.FindIndex(known => known.Turn.Id == turn.Id);
        if (place < 0)
        {
            _turns.Add(item);
        }
        else
        {
            _turns[place] = item;
        }

        _latest = reply;
    }

    private Reply Refactor(Refactoring refactoring)
    {
        _latest = runner.Start<RefactorService>(
            owner, null, async (refactor, reply, stopping) => await refactor.RefactorAsync(refactoring, DeliveryChoice.Auto, reply, stopping));
        return _latest;
    }

    private Task StopAsync() => _turns.Find(item => item.IsArriving)?.Reply!.StopAsync() ?? Task.CompletedTask;

    private async Task ProgressedAsync() => await ListAsync();
}
