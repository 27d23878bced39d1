namespace Assistant.Core.Workspace;

/// <summary>How much of a file a model gets to see or may change.</summary>
public static class WorkspaceLimits
{
    /// <summary>Bytes of a file that is read without saying which lines.</summary>
    public const int WholeFileBytes = 1024 * 1024;

    /// <summary>Bytes of a file that can be edited, overwritten, deleted or searched: larger ones are data, and no checkpoint keeps them.</summary>
    public const int EditableBytes = 10 * 1024 * 1024;

    /// <summary>Lines read at a time.</summary>
    public const int LinesAtOnce = 250;

    /// <summary>Characters shown of a line.</summary>
    public const int LineCharacters = 2000;
}
