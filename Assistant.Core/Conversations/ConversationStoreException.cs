namespace Assistant.Core.Conversations;

/// <summary>The store could not read or write. The message is fit to show.</summary>
public sealed class ConversationStoreException(string message, Exception cause) : Exception(message, cause);
