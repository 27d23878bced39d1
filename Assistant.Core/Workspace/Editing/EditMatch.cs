namespace Assistant.Core.Workspace.Editing;

/// <summary>A place in a file where the old text was found.</summary>
/// <param name="IsPastEnd">The old text ends with a line break that the file's last line does not have.</param>
/// <param name="Shift">How far the file is indented from it.</param>
internal readonly record struct EditMatch(int Start, int End, bool IsPastEnd = false, LineShift Shift = default);
