namespace Assistant.Core.CSharp.Rules;

internal static class Style
{
    public static StockRule[] Rules { get; } =
    [
        new("IDE0090", "The type is already on the left, so `new` need not repeat it.") { IsSafe = true },
        new("IDE0036", "The modifiers are in their usual order.") { IsGrammarOnly = true, IsSafe = true },
        new("IDE0011", "Braces show what belongs to the statement.") { IsGrammarOnly = true, IsSafe = true, Options = "csharp_prefer_braces = true" },
        new("IDE0025", "The property only yields a value, so it is one expression.")
        {
            IsGrammarOnly = true,
            IsSafe = true,
            Options = "csharp_style_expression_bodied_properties = when_on_single_line",
        },
        new("IDE0026", "The indexer only yields a value, so it is one expression.")
        {
            IsGrammarOnly = true,
            IsSafe = true,
            Options = "csharp_style_expression_bodied_indexers = when_on_single_line",
        },
        new("IDE0027", "The accessor is one expression.")
        {
            IsGrammarOnly = true,
            IsSafe = true,
            Options = "csharp_style_expression_bodied_accessors = when_on_single_line",
        },
        new("RCS1013", "C# has a word of its own for this type.") { IsSafe = true },
        new("IDE0037", "The name is inferred from the value.") { IsSafe = true },
        new("IDE0033", "The tuple element has a name, so the code uses it.") { IsSafe = true },
        new("IDE0340", "`nameof` needs no type arguments.") { IsSafe = true },
        new("IDE0161", "The namespace covers the whole file, so it needs no braces and no indentation.")
        {
            IsGrammarOnly = true,
            IsSafe = true,
            ComesLast = true,
            Options = "csharp_style_namespace_declarations = file_scoped",
        },
    ];
}
