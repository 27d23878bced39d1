namespace Assistant.Core.Delivery;

/// <summary>A change that was listed and that the person does not want.</summary>
/// <param name="Id">The rule as it was listed ("IDE0044").</param>
/// <param name="Line">The line of the original code as it was listed, from 1.</param>
public sealed record RejectedChange(string Id, int Line);
