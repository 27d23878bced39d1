namespace Assistant.Core.Conversations;

public sealed class ConversationNotFoundException() : Exception("This conversation does not exist, or no longer does.");
