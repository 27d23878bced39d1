using System.Reflection;
using System.Runtime.Loader;
using Assistant.Core.CSharp;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Assistant.Tests.CSharp;

/// <summary>Compiles a program and runs it with a console of its own, so that tests beside it cannot write in between.</summary>
internal static class ConsoleProgram
{
    // A type of the global namespace comes before one of a using directive.
    private const string OwnConsole = """
        internal static class Console
        {
            internal static readonly System.Text.StringBuilder Text = new();
            public static void WriteLine(object value) => Text.Append(System.FormattableString.Invariant($"{value}")).Append('\n');
            public static string ReadLine() => null;
        }
        """;

    private const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    private static readonly IReadOnlyList<MetadataReference> References = FrameworkReferences.Load();

    /// <summary>All that the program prints.</summary>
    public static string Run(string code)
    {
        using var image = new MemoryStream();
        var trees = new[] { code, OwnConsole, ImplicitUsings }.Select(text => CSharpSyntaxTree.ParseText(text, PastedCode.ParseOptions));
        var options = new CSharpCompilationOptions(OutputKind.ConsoleApplication, allowUnsafe: true);
        var compiled = CSharpCompilation.Create("Program", trees, References, options).Emit(image);
        Assert.Empty(compiled.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));

        var context = new AssemblyLoadContext("Program", isCollectible: true);
        image.Position = 0;
        var program = context.LoadFromStream(image);
        var arguments = program.EntryPoint!.GetParameters().Length == 0 ? null : new object[] { Array.Empty<string>() };
        program.EntryPoint.Invoke(null, arguments);
        var console = program.GetType("Console")!.GetField("Text", BindingFlags.Static | BindingFlags.NonPublic)!;
        var printed = console.GetValue(null)!.ToString()!;
        context.Unload();
        return printed;
    }

    /// <summary>Comments and directives in their order, as they stand.</summary>
    public static IEnumerable<string> TriviaThatSpeaks(string code) =>
        CSharpSyntaxTree.ParseText(code, PastedCode.ParseOptions).GetRoot().DescendantTrivia()
            .Where(trivia => trivia.IsDirective || trivia.Kind()
                is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia or SyntaxKind.SingleLineDocumentationCommentTrivia)
            .SelectMany(trivia => trivia.ToFullString().Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
}
