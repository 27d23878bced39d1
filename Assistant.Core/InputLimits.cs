using System.Text;

namespace Assistant.Core;

/// <summary>How much one request may hold, for the page and the HTTP API alike.</summary>
public static class InputLimits
{
    /// <summary>The most UTF-8 bytes of one text: a question, a message, a piece of code.</summary>
    public const int TextBytes = 1024 * 1024;

    /// <summary>The most bytes of a conversation that is imported.</summary>
    public const int ImportBytes = 20 * 1024 * 1024;

    public const string ImportTooLong = "The file is larger than 20 MB, so it was not imported.";

    /// <summary>What to tell the person whose text is too long.</summary>
    public static string TooLong(string what) => $"The {what} is longer than 1 MB. Send a part of it.";

    public static bool IsTooLong(string? text) => text is not null && Encoding.UTF8.GetByteCount(text) > TextBytes;
}
