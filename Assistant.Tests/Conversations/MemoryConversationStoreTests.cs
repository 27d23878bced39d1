using Assistant.Core.Conversations;
using Assistant.Tests.Fakes;

namespace Assistant.Tests.Conversations;

/// <summary>The fake keeps the same promises as the real ones, or tests that use it would prove nothing.</summary>
public sealed class MemoryConversationStoreTests : ConversationStoreContract
{
    public MemoryConversationStoreTests() => Store = new MemoryConversationStore(Time);

    protected override IConversationStore Store { get; }
}
