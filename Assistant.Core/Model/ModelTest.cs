namespace Assistant.Core.Model;

/// <summary>An endpoint that answered: which model it was, how long its first byte took, and how long the whole answer.</summary>
public sealed record ModelTest(Uri Endpoint, string Model, TimeSpan FirstByte, TimeSpan Total)
{
    /// <summary>What had to be left out or done differently for this endpoint, in words.</summary>
    public IReadOnlyList<string> Quirks { get; init; } = [];
}
