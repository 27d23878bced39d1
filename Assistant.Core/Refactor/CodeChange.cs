namespace Assistant.Core.Refactor;

/// <summary>One explained change.</summary>
/// <param name="Id">The rule behind it ("IDE0044"), where it follows one.</param>
/// <param name="Title">What changed, in a sentence.</param>
/// <param name="Line">The line in the original code, counted from 1, where it is known.</param>
public sealed record CodeChange(string? Id, string Title, int? Line);
