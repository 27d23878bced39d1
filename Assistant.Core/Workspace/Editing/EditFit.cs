namespace Assistant.Core.Workspace.Editing;

/// <summary>What two texts may differ in and still be taken for the same, each with what stands above it.</summary>
public enum EditFit
{
    Exact,
    LineBreaks,
    TrailingSpace,

    /// <summary>The same white space in front of every line, more or less of it.</summary>
    Indentation,
}
