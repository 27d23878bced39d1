namespace Assistant.Core.Workspace.Searching;

/// <summary>A line of a text that has what was searched for.</summary>
/// <param name="Line">From 1.</param>
/// <param name="Start">Where the line begins in the text.</param>
/// <param name="End">Where it ends, before its line break.</param>
/// <param name="Match">Where what was searched for begins.</param>
internal readonly record struct SearchHit(int Line, int Start, int End, int Match);
