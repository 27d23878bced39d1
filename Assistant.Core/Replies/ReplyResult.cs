namespace Assistant.Core.Replies;

/// <summary>What a feature adds to a finished reply beyond its text, such as the changes of a refactoring.</summary>
public abstract record ReplyResult;
