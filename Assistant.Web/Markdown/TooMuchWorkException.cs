namespace Assistant.Web.Markdown;

/// <summary>A text takes too long to read as Markdown, and is shown as it stands.</summary>
internal sealed class TooMuchWorkException : Exception;
