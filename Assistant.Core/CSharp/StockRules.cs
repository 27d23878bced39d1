namespace Assistant.Core.CSharp;

/// <summary>
/// The rules Refactor applies, in their order: dead code first, so that nothing is polished that goes away; layout last, so that it
/// sees the final code. Left out on purpose: what changes a public signature (IDE0060, IDE0250), what is removed although code outside
/// the paste may use it (IDE0051), and what is a matter of taste (IDE0007 var, IDE0046 nested conditionals, IDE0290 primary constructors,
/// IDE0305 spreads). The rules: https://learn.microsoft.com/dotnet/fundamentals/code-analysis/style-rules/
/// </summary>
public static class StockRules
{
    private static readonly StockRule[] DeadCode =
    [
        new("IDE0005", "Using directives that nothing in the file needs are gone.")
        {
            DiagnosticId = "RemoveUnnecessaryImportsFixable",
            NeedsEveryName = true,
            IsOneChange = true,
        },
        new("IDE0035", "The code can never be reached, so it is gone."),
        new("IDE0004", "The value already has this type, so the cast is gone."),
        new("IDE0100", "Comparing a bool with true or false adds nothing."),
        new("IDE0110", "The discard adds nothing to the pattern.") { IsGrammarOnly = true },
        new("IDE0047", "The parentheses change nothing, so they are gone."),
    ];

    private static readonly StockRule[] NullsAndPatterns =
    [
        new("IDE0041", "`is null` asks for null directly, whatever operators the type overloads."),
        new("IDE0029", "`??` says \"or else this\" in place of a test for null."),
        new("IDE0030", "`??` says \"or else this\" in place of a test for a value."),
        new("IDE0031", "`?.` stops at null by itself, so the test for null is gone."),
        new("IDE0270", "`??` replaces the test for null on the next line."),
        new("IDE0016", "The test for null and the assignment are one expression with `?? throw`."),
        new("IDE0074", "`??=` assigns only when there is nothing yet.") { Options = "dotnet_style_prefer_compound_assignment = true" },
        new("IDE0019", "One pattern tests the type and names the result, in place of `as` and a test for null."),
        new("IDE0020", "One pattern tests the type and names the result, in place of a test and a cast."),
        new("IDE0083", "`is not` reads better than a negated `is`."),
        new("IDE0078", "One pattern replaces several comparisons of the same value."),
        new("IDE0150", "A test for null says what is meant; the type was known already."),
        new("IDE0170", "The nested property pattern is one pattern with a dot."),
        new("IDE1005", "`?.Invoke` calls the delegate only when there is one."),
    ];

    private static readonly StockRule[] Flow =
    [
        new("IDE0018", "The out variable is declared where it is filled."),
        new("IDE0034", "`default` already knows its type here."),
        new("IDE0054", "The compound assignment names the variable once.") { Options = "dotnet_style_prefer_compound_assignment = true" },
        new("IDE0066", "Every case of the switch only yields a value, so it is a switch expression."),
        new("IDE0075", "The condition is the value itself, so the conditional is gone."),
        new("IDE0180", "A tuple swaps the two values without a helper variable."),
        new("IDE0063", "The using declaration lasts to the end of the block by itself, one level less deep.")
        {
            Options = "csharp_prefer_simple_using_statement = true",
        },
        new("IDE0039", "A local function says what the lambda in a variable was: a named helper."),
        new("IDE0062", "The local function uses nothing from outside, so it is static.") { Options = "csharp_prefer_static_local_function = true" },
        new("IDE0053", "The lambda only yields a value, so it needs no braces.") { Options = "csharp_style_expression_bodied_lambdas = when_on_single_line" },
        new("IDE0071", "The interpolation formats the value by itself."),
        new("IDE0082", "`nameof` gives the name at compile time."),
        new("IDE0280", "`nameof` follows when the parameter is renamed."),
    ];

    private static readonly StockRule[] Collections =
    [
        new("IDE0017", "The properties are set where the object is made."),
        new("IDE0028", "The collection is filled where it is made.") { Options = "dotnet_style_prefer_collection_expression = when_types_exactly_match" },
        new("IDE0300", "A collection expression lists the elements; the type is already on the left."),
        new("IDE0301", "`[]` is the empty collection; the type is already on the left."),
        new("IDE0303", "A collection expression lists the elements; the type is already on the left."),
        new("IDE0304", "A collection expression lists the elements, so the builder is gone."),
        new("IDE0306", "A collection expression copies the elements; the type is already on the left."),
        new("IDE0056", "`^1` counts from the end."),
        new("IDE0057", "A range says from where to where, in place of arithmetic with lengths."),
        new("IDE0120", "The LINQ call takes the condition itself."),
        new("IDE0121", "`OfType` tests and converts in one step."),
    ];

    private static readonly StockRule[] Members =
    [
        new("IDE0044", "The field is never assigned again, so it is readonly.") { NeedsWholeType = true },
        new("IDE0032", "The property only passes its field through, so the compiler can keep the field.") { NeedsWholeType = true },
        new("IDE0330", "The object is only locked, and `System.Threading.Lock` is made for that.") { NeedsWholeType = true },
        new("IDE0360", "The accessor does what the compiler writes by itself."),
    ];

    private static readonly StockRule[] Style =
    [
        new("IDE0090", "The type is already on the left, so `new` need not repeat it."),
        new("IDE0036", "The modifiers are in their usual order.") { IsGrammarOnly = true },
        new("IDE0011", "Braces show what belongs to the statement.") { IsGrammarOnly = true, Options = "csharp_prefer_braces = true" },
        new("IDE0025", "The property only yields a value, so it is one expression.")
        {
            IsGrammarOnly = true,
            Options = "csharp_style_expression_bodied_properties = when_on_single_line",
        },
        new("IDE0026", "The indexer only yields a value, so it is one expression.")
        {
            IsGrammarOnly = true,
            Options = "csharp_style_expression_bodied_indexers = when_on_single_line",
        },
        new("IDE0027", "The accessor is one expression.") { IsGrammarOnly = true, Options = "csharp_style_expression_bodied_accessors = when_on_single_line" },
        new("IDE0037", "The name is inferred from the value."),
        new("IDE0033", "The tuple element has a name, so the code uses it."),
        new("IDE0340", "`nameof` needs no type arguments."),
        new("IDE0161", "The namespace covers the whole file, so it needs no braces and no indentation.")
        {
            IsGrammarOnly = true,
            ComesLast = true,
            Options = "csharp_style_namespace_declarations = file_scoped",
        },
    ];

    private static readonly StockRule[] Layout =
    [
        new("IDE2000", "One blank line is enough.")
        {
            IsGrammarOnly = true,
            IsOneChange = true,
            ComesLast = true,
            Options = "dotnet_style_allow_multiple_blank_lines_experimental = false",
        },
        new("IDE0055", "Spaces and indentation follow the usual C# layout.") { IsGrammarOnly = true, IsOneChange = true, ComesLast = true, IsSafe = true },
    ];

    /// <summary>Every rule, in the order it is applied.</summary>
    public static IReadOnlyList<StockRule> All { get; } = [.. DeadCode, .. NullsAndPatterns, .. Flow, .. Collections, .. Members, .. Style, .. Layout];
}
