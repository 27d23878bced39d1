using Microsoft.Extensions.AI;

namespace Assistant.Core.Model;

/// <summary>Whichever model is selected, chosen anew for each call; the built-in engine where none is.</summary>
public sealed class SelectedChatClient(ModelSelection selection, IChatClient builtIn) : IChatClient
{
    private IChatClient Selected => selection.Endpoint?.Client ?? builtIn;

    public Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        Selected.GetResponseAsync(messages, options, cancellationToken);

    public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        Selected.GetStreamingResponseAsync(messages, options, cancellationToken);

    public object? GetService(Type serviceType, object? serviceKey = null) => Selected.GetService(serviceType, serviceKey);

    /// <summary>Nothing to let go: what it selects from is shared and outlives it.</summary>
    public void Dispose()
    {
    }
}
