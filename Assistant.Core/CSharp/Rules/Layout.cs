namespace Assistant.Core.CSharp.Rules;

/// <summary>Blank lines and indentation come last, so that they see the final code.</summary>
internal static class Layout
{
    public static StockRule[] Rules { get; } =
    [
        new("IDE2000", "One blank line is enough.")
        {
            IsGrammarOnly = true,
            IsSafe = true,
            IsOneChange = true,
            ComesLast = true,
            Options = "dotnet_style_allow_multiple_blank_lines_experimental = false",
        },
        new("IDE0055", "Spaces and indentation follow the usual C# layout.") { IsGrammarOnly = true, IsSafe = true, IsOneChange = true, ComesLast = true },
    ];
}
