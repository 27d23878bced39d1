namespace Assistant.Core.Replies;

/// <summary>A conversation has one running reply at a time.</summary>
public sealed class ConversationBusyException()
    : Exception("A reply is still arriving in this conversation. Wait for it, or stop it first.");
