namespace Assistant.Core.CSharp.Rules;

internal static class NullsAndPatterns
{
    public static StockRule[] Rules { get; } =
    [
        new("IDE0041", "`is null` asks for null directly, whatever operators the type overloads.") { IsSafe = true },
        new("IDE0029", "`??` says \"or else this\" in place of a test for null."),
        new("IDE0030", "`??` says \"or else this\" in place of a test for a value."),
        new("IDE0031", "`?.` stops at null by itself, so the test for null is gone."),
        new("IDE0270", "`??` replaces the test for null on the next line."),
        new("IDE0016", "The test for null and the assignment are one expression with `?? throw`."),
        new("CA1510", "`ThrowIfNull` tests and throws in one call, and names the argument by itself."),
        new("RCS1173", "`??` says \"or else this\" in place of an `if` for null."),
        new("IDE0074", "`??=` assigns only when there is nothing yet.") { Options = "dotnet_style_prefer_compound_assignment = true" },
        new("IDE0019", "One pattern tests the type and names the result, in place of `as` and a test for null."),
        new("IDE0020", "One pattern tests the type and names the result, in place of a test and a cast."),
        new("RCS1172", "`is` asks for the type directly, in place of `as` and a test for null."),
        new("IDE0083", "`is not` reads better than a negated `is`.") { IsSafe = true },
        new("IDE0078", "One pattern replaces several comparisons of the same value."),
        new("IDE0150", "A test for null says what is meant; the type was known already.") { IsSafe = true },
        new("IDE0170", "The nested property pattern is one pattern with a dot.") { IsSafe = true },
        new("RCS1146", "`?.` stops at null by itself, so the test for null is gone."),
        new("IDE1005", "`?.Invoke` calls the delegate only when there is one."),
    ];
}
