using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace Assistant.Core.BuiltIn;

/// <summary>The engine that works with no key and no network, in the place of a model. It counts no tokens, so it reports no usage.</summary>
public sealed class BuiltInChatClient(BuiltInEngine engine, TimeProvider time) : IChatClient
{
    /// <summary>What the engine is called wherever a model is named.</summary>
    public const string Name = "Built-in engine";

    // Between two paragraphs of Markdown.
    private const string Gap = "\n\n";

    private readonly ChatClientMetadata _metadata = new(Name, defaultModelId: Name);

    public async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var contents = await ContentsAsync(messages, options, cancellationToken).ToListAsync(cancellationToken);
        return new ChatResponse(new ChatMessage(ChatRole.Assistant, contents))
        {
            ResponseId = NewId(),
            ModelId = Name,
            CreatedAt = time.GetUtcNow(),
            FinishReason = contents.Exists(content => content is FunctionCallContent) ? ChatFinishReason.ToolCalls : ChatFinishReason.Stop,
        };
    }

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var id = NewId();
        var reason = ChatFinishReason.Stop;
        await foreach (var content in ContentsAsync(messages, options, cancellationToken))
        {
            reason = content is FunctionCallContent ? ChatFinishReason.ToolCalls : reason;
            yield return Update(id, [content]);
        }

        var last = Update(id, []);
        last.FinishReason = reason;
        yield return last;
    }

    public object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        return serviceKey is not null ? null
            : serviceType == typeof(ChatClientMetadata) ? _metadata
            : serviceType.IsInstanceOfType(this) ? this : null;
    }

    /// <summary>Nothing to let go: the engine belongs to the service provider.</summary>
    public void Dispose()
    {
    }

    private async IAsyncEnumerable<AIContent> ContentsAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var isFirst = true;
        await foreach (var content in engine.AnswerAsync(Work.Of([.. messages], options), cancellationToken))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return content is TextContent text && !isFirst ? new TextContent(Gap + text.Text) : content;
            isFirst = false;
        }
    }

    private static string NewId() => Guid.NewGuid().ToString("N");

    private ChatResponseUpdate Update(string id, IList<AIContent> contents) => new(ChatRole.Assistant, contents)
    {
        ResponseId = id,
        MessageId = id,
        ModelId = Name,
        CreatedAt = time.GetUtcNow(),
    };
}
