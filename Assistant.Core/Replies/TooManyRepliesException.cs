namespace Assistant.Core.Replies;

/// <summary>As many answers are arriving as may at once; the message is one sentence fit to show.</summary>
public sealed class TooManyRepliesException(string message) : Exception(message);
