using System.Text;

namespace Assistant.Core;

/// <summary>How much one request may hold, for the page and the HTTP API alike.</summary>
public static class InputLimits
{
    /// <summary>The most UTF-8 bytes of one text: a question, a message, a piece of code.</summary>
    public const int TextBytes = 1024 * 1024;

    /// <summary>What to tell the person whose text is too long.</summary>
    public static string TooLong(string what) => $"The {what} is longer than 1 MB. Send a part of it.";

    public static bool IsTooLong(string? text) => text is not null && Encoding.UTF8.GetByteCount(text) > TextBytes;
}
