using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Assistant.Core.CSharp;

internal static class CompilationUnits
{
    /// <summary>Characters up to the end of the last using directive, the line break included.</summary>
    public static int HeadLength(this CompilationUnitSyntax root) =>
        root.Usings.Count > 0 ? root.Usings.FullSpan.End : root.Externs.Count > 0 ? root.Externs.FullSpan.End : 0;
}
