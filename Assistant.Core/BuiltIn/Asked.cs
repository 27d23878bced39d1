namespace Assistant.Core.BuiltIn;

/// <summary>One reading of what a person asked.</summary>
/// <param name="Name">The name it is about, as they said it; empty when they pointed at it ("who calls it?"); none where no name is needed.</param>
/// <param name="NewName">What it is to be called.</param>
public sealed record Asked(Topic Topic, string? Name = null, string? NewName = null)
{
    /// <summary>The only rules a refactoring is to apply; none means all.</summary>
    public IReadOnlyList<string> Rules { get; init; } = [];
}
