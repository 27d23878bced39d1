namespace Assistant.Core.CSharp;

/// <summary>Something in code that compiles and may still go wrong.</summary>
/// <param name="Line">From 1.</param>
/// <param name="Sentence">What may happen, and what to write instead, in plain words.</param>
public sealed record CodeHazard(int Line, string Sentence);
