namespace Assistant.Core.CSharp;

/// <summary>One thing that Refactor did.</summary>
/// <param name="Id">The rule ("IDE0044").</param>
/// <param name="Line">The line of the pasted code it is about, from 1.</param>
/// <param name="Sentence">What was done and why, in plain words.</param>
public sealed record CodeChange(string Id, int Line, string Sentence);
