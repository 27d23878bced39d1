namespace Assistant.Core.CSharp;

/// <summary>Which rules may touch a piece of code, and where not.</summary>
public sealed record RuleFilter
{
    /// <summary>Every rule, everywhere.</summary>
    public static RuleFilter None { get; } = new();

    /// <summary>Only rules after which the code behaves the same to the last detail.</summary>
    public bool SafeOnly { get; init; }

    /// <summary>Rule ids with the line of the pasted code, from 1, where they are not wanted.</summary>
    public IReadOnlyCollection<(string Id, int Line)> Rejected { get; init; } = [];

    /// <summary>The only rules that are wanted, by id; none means all.</summary>
    public IReadOnlyCollection<string> Only { get; init; } = [];

    /// <summary>The rules that may do anything at all, in their order. One whose places are all one change goes when that change is rejected.</summary>
    public IReadOnlyList<StockRule> Rules() =>
        [.. StockRules.All.Where(rule => (rule.IsSafe || !SafeOnly) && (Only.Count == 0 || Only.Contains(rule.Id))
            && !(rule.IsOneChange && Rejected.Any(rejected => rejected.Id == rule.Id)))];
}
