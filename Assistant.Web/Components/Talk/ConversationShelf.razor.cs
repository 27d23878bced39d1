using Assistant.Core;
using Assistant.Core.Conversations;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;

namespace Assistant.Web.Components.Talk;

/// <summary>All conversations of this person, kept up to date with what happens on any page.</summary>
public sealed partial class ConversationShelf(IConversationStore store, ConversationReplies replies, Owner owner, NavigationManager navigation, TimeProvider time)
    : ComponentBase, IDisposable
{
    private const string NotOurs = "This file holds no conversation that was exported here as JSON.";

    /// <summary>Something happens somewhere all the time when many answers arrive at once; nobody reads a list that fast.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(2);

    private readonly Refreshing _refreshing = new();
    private IReadOnlyList<ConversationSummary> _listed = [];
    private ConversationSummary? _deleted;
    private string _query = "";
    private string? _trouble;
    private int _take = ConversationQuery.UsualTake;
    private string? _listedWith;
    private bool _isListed;
    private bool _hasMore;

    /// <summary>The id of the conversation that is shown.</summary>
    [Parameter] public string? Current { get; set; }

    [Parameter] public EventCallback OnNew { get; set; }

    protected override void OnInitialized() => store.Changed += ConversationChanged;

    /// <summary>What has just begun here is listed at once.</summary>
    protected override async Task OnParametersSetAsync()
    {
        if (!_isListed || Current != _listedWith)
        {
            (_isListed, _listedWith) = (true, Current);
            await ListAsync();
        }
    }

    public void Dispose() => store.Changed -= ConversationChanged;

    private void ConversationChanged(Owner whose, string id)
    {
        if (whose == owner && _refreshing.Ask())
        {
            _ = InvokeAsync(() => _refreshing.RunAsync(RefreshAsync));
        }
    }

    private async Task RefreshAsync()
    {
        await ListAsync();
        StateHasChanged();
        await Task.Delay(Rest, time);
    }

    private Task ListAsync() => TryAsync(async () =>
    {
        var (query, take) = (_query, _take);
        var listed = await store.ListAsync(owner, new ConversationQuery(query, Take: take + 1), CancellationToken.None);
        if ((query, take) == (_query, _take))   // otherwise something else is being looked for by now
        {
            (_listed, _hasMore) = ([.. listed.Take(take)], listed.Count > take);
        }
    });

    private async Task SearchAsync(string query)
    {
        (_query, _take, _trouble) = (query, ConversationQuery.UsualTake, null);
        await ListAsync();
    }

    private async Task MoreAsync()
    {
        _take += ConversationQuery.UsualTake;
        await ListAsync();
    }

    private Task ChangeAsync((ConversationSummary Conversation, ConversationChange Change) wanted) => TryAsync(async () =>
    {
        await store.ChangeAsync(owner, wanted.Conversation.Id, wanted.Change, CancellationToken.None);
        await ListAsync();
    });

    private Task DeleteAsync(ConversationSummary conversation) => TryAsync(async () =>
    {
        await replies.DeleteAsync(owner, conversation.Id, CancellationToken.None);
        _deleted = conversation;
        await ListAsync();
        if (conversation.Id == Current)
        {
            await OnNew.InvokeAsync();
        }
    });

    private Task UndoAsync(ConversationSummary conversation) => TryAsync(async () =>
    {
        _deleted = null;
        await store.RestoreAsync(owner, conversation.Id, CancellationToken.None);
        await ListAsync();
    });

    private Task ImportAsync(InputFileChangeEventArgs chosen) => TryAsync(async () =>
    {
        _trouble = null;
        if (chosen.File.Size > InputLimits.ImportBytes)
        {
            _trouble = InputLimits.ImportTooLong;
            return;
        }

        using var reader = new StreamReader(chosen.File.OpenReadStream(InputLimits.ImportBytes));
        if (ConversationExport.Read(await reader.ReadToEndAsync()) is { } export)
        {
            navigation.NavigateTo($"c/{await export.KeepAsync(store, owner, CancellationToken.None)}");
        }
        else
        {
            _trouble = NotOurs;
        }
    });

    private async Task TryAsync(Func<Task> work) => _trouble = await Attempt.RunAsync(work) ?? _trouble;
}
