using Assistant.Core.CSharp.Rules;

namespace Assistant.Core.CSharp;

/// <summary>
/// The rules Refactor applies. Left out on purpose: what changes a public signature (IDE0060, IDE0250, CA1822), what is removed although
/// code outside the paste may use it (IDE0051), what changes what the code does (MA0030, MA0031, RCS1200, CA2007, CA2249), and what is a
/// matter of taste (IDE0007 var, IDE0039 local functions, IDE0046 nested conditionals, IDE0290 primary constructors, IDE0305 spreads). Where several packages have
/// the same rule, one of them is enough.
/// </summary>
public static class StockRules
{
    /// <summary>Every rule, in the order it is applied.</summary>
    public static IReadOnlyList<StockRule> All { get; } =
    [
        .. DeadCode.Rules, .. NullsAndPatterns.Rules, .. Flow.Rules, .. Collections.Rules, .. Members.Rules, .. Library.Rules, .. Style.Rules, .. Layout.Rules,
    ];
}
