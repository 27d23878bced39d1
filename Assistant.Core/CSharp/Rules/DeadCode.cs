namespace Assistant.Core.CSharp.Rules;

/// <summary>What adds nothing goes first, so that nothing is polished that goes away.</summary>
internal static class DeadCode
{
    public static StockRule[] Rules { get; } =
    [
        new("IDE0005", "Using directives that nothing in the file needs are gone.")
        {
            DiagnosticId = "RemoveUnnecessaryImportsFixable",
            NeedsEveryName = true,
            IsOneChange = true,
            IsSafe = true,
        },
        new("IDE0035", "The code can never be reached, so it is gone.") { IsSafe = true },
        new("RCS1134", "The method or loop ends here anyway, so the statement is gone.") { IsSafe = true },
        new("RCS1212", "The value needs no assignment of its own."),
        new("RCS1179", "The branches return their values themselves, so the variable in between is gone."),
        new("RCS1124", "The variable is used once, right after, so its value stands there itself."),
        new("RCS1265", "The catch only throws again what it caught, so it is gone.") { IsSafe = true },
        new("MA0037", "The empty statement does nothing, so it is gone.") { IsGrammarOnly = true, IsSafe = true },
        new("MA0090", "The empty block does nothing, so it is gone.") { IsGrammarOnly = true, IsSafe = true },
        new("RCS1055", "No semicolon is needed after a closing brace.") { IsGrammarOnly = true, IsSafe = true },
        new("RCS1070", "The default section does nothing, so it is gone.") { IsSafe = true },
        new("RCS1069", "The case leads to the default anyway, so its label is gone.") { IsSafe = true },
        new("RCS1071", "The base constructor without arguments is called anyway.") { IsSafe = true },
        new("RCS1074", "The compiler writes this constructor by itself.") { NeedsWholeType = true, IsSafe = true },
        new("RCS1129", "A field starts with this value anyway.") { IsSafe = true },
        new("RCS1188", "A property starts with this value anyway.") { IsSafe = true },
        new("RCS1039", "The attribute takes no arguments, so it needs no parentheses.") { IsGrammarOnly = true, IsSafe = true },
        new("RCS1042", "An enum is made of `int` anyway.") { IsSafe = true },
        new("RCS1114", "The method converts to the delegate by itself.") { IsSafe = true },
        new("IDE0004", "The value already has this type, so the cast is gone.") { IsSafe = true },
        new("IDE0100", "Comparing a bool with true or false adds nothing.") { IsSafe = true },
        new("IDE0110", "The discard adds nothing to the pattern.") { IsGrammarOnly = true, IsSafe = true },
        new("IDE0047", "The parentheses change nothing, so they are gone.") { IsSafe = true },
        new("RCS1097", "The value becomes text by itself, so `ToString` is gone."),
        new("RCS1105", "The text needs no interpolation of its own.") { IsSafe = true },
        new("RCS1214", "The string inserts nothing, so it needs no `$`.") { IsSafe = true },
        new("RCS1192", "The string escapes nothing, so it needs no `@`.") { IsGrammarOnly = true, IsSafe = true },
    ];
}
