namespace Assistant.Core.Workspace.Checkpoints;

/// <summary>A file as it was at a checkpoint.</summary>
/// <param name="Content">None when there was no such file.</param>
/// <param name="Permissions">None where they are not known; what is made anew then gets the usual ones.</param>
public sealed record SavedFile(byte[]? Content, UnixFileMode? Permissions);
