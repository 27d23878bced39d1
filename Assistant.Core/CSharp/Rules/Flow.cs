namespace Assistant.Core.CSharp.Rules;

internal static class Flow
{
    public static StockRule[] Rules { get; } =
    [
        new("IDE0018", "The out variable is declared where it is filled.") { IsSafe = true },
        new("IDE0034", "`default` already knows its type here.") { IsSafe = true },
        new("RCS1006", "`else if` is one level less deep than an `if` inside an `else`.") { IsSafe = true },
        new("RCS1061", "Both conditions stand in one `if`, one level less deep.") { IsSafe = true },
        new("RCS1073", "Both ways only return true or false, so the condition itself is returned.") { IsSafe = true },
        new("RCS1103", "Both ways only assign true or false, so the condition itself is assigned.") { IsSafe = true },
        new("MA0071", "The branch before it always leaves, so nothing needs an `else`.") { IsSafe = true },
        new("RCS1136", "The cases do the same, so they share one section.") { IsSafe = true },
        new("RCS1089", "`++` and `--` say the same, shorter."),
        new("IDE0054", "The compound assignment names the variable once.") { Options = "dotnet_style_prefer_compound_assignment = true" },
        new("IDE0066", "Every case of the switch only yields a value, so it is a switch expression."),
        new("IDE0075", "The condition is the value itself, so the conditional is gone.") { IsSafe = true },
        new("IDE0180", "A tuple swaps the two values without a helper variable."),
        new("IDE0063", "The using declaration lasts to the end of the block by itself, one level less deep.")
        {
            IsSafe = true,
            Options = "csharp_prefer_simple_using_statement = true",
        },
        new("CA2200", "`throw;` keeps the stack trace of where the exception came from."),
        new("CA2250", "`ThrowIfCancellationRequested` tests and throws in one call."),
        new("CA1513", "`ObjectDisposedException.ThrowIf` tests and throws in one call."),
        new("RCS1048", "A lambda says the same as the anonymous method, shorter."),
        new("IDE0062", "The local function uses nothing from outside, so it is static.")
        {
            IsSafe = true,
            Options = "csharp_prefer_static_local_function = true",
        },
        new("IDE0053", "The lambda only yields a value, so it needs no braces.") { Options = "csharp_style_expression_bodied_lambdas = when_on_single_line" },
        new("IDE0071", "The interpolation formats the value by itself."),
        new("IDE0082", "`nameof` gives the name at compile time.") { IsSafe = true },
        new("RCS1015", "`nameof` follows when the parameter is renamed.") { IsSafe = true },
        new("IDE0280", "`nameof` follows when the parameter is renamed.") { IsSafe = true },
    ];
}
