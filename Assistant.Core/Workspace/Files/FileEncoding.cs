namespace Assistant.Core.Workspace.Files;

/// <summary>How a file's bytes stand for its text.</summary>
public enum FileEncoding
{
    Utf8,
    Utf8WithBom,
    Utf16LittleEndian,
    Utf16BigEndian,

    /// <summary>No valid UTF-8, so each byte is taken for a character of its own, and no byte is lost.</summary>
    Latin1,
}
