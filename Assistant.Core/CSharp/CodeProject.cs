using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Host.Mef;
using Microsoft.CodeAnalysis.Text;

namespace Assistant.Core.CSharp;

/// <summary>
/// Turns pasted code into a document of a project that lives in memory only. Nothing of it is ever run, and no project file is read.
/// </summary>
public sealed class CodeProject : IDisposable
{
    /// <summary>What the SDK puts into a project unless told not to.</summary>
    internal const string ImplicitUsings = """
        global using global::System;
        global using global::System.Collections.Generic;
        global using global::System.IO;
        global using global::System.Linq;
        global using global::System.Net.Http;
        global using global::System.Threading;
        global using global::System.Threading.Tasks;
        """;

    // What a newcomer most often forgets to paste.
    private const string CommonUsings = """
        global using global::System.Collections.Concurrent;
        global using global::System.Collections.ObjectModel;
        global using global::System.Diagnostics;
        global using global::System.Globalization;
        global using global::System.Linq;
        global using global::System.Net;
        global using global::System.Reflection;
        global using global::System.Text;
        global using global::System.Text.Json;
        global using global::System.Text.RegularExpressions;
        """;

    private readonly AdhocWorkspace _workspace = new(MefHostServices.DefaultHost);
    private readonly IReadOnlyList<MetadataReference> _references = FrameworkReferences.Load();

    /// <summary>
    /// The document for <paramref name="code"/>. It gets the SDK's implicit usings unless its own suffice, for then the project it came
    /// from may have none.
    /// </summary>
    public async Task<OpenedCode> OpenAsync(PastedCode code, CancellationToken cancellationToken)
    {
        var helped = await OpenedCode.OfAsync(Open(code, withImplicitUsings: true), cancellationToken);
        if (code.Root.Usings.Count == 0)
        {
            return helped;
        }

        var alone = await OpenedCode.OfAsync(Open(code, withImplicitUsings: false), cancellationToken);
        return alone.Findings.ErrorCount <= helped.Findings.ErrorCount ? alone : helped;
    }

    /// <summary>
    /// The same document with what it lacks made up, as far as that leaves fewer errors: common using directives, and with
    /// <paramref name="withStandIns"/> empty types for unknown ones.
    /// </summary>
    public static async Task<CompletedCode> CompleteAsync(OpenedCode code, bool withStandIns, CancellationToken cancellationToken)
    {
        var errorCount = code.Findings.ErrorCount;
        if (errorCount == 0)
        {
            return new CompletedCode(code, 0, StandIns.None);
        }

        var common = await OpenedCode.OfAsync(With(code.Document, CommonUsings, "/usings/Common.cs"), cancellationToken);
        var helped = common.Findings.ErrorCount < errorCount ? common : code;
        var root = await code.Document.GetSyntaxRootAsync(cancellationToken);
        var declared = withStandIns ? StandIns.Declare(root!, helped.Findings) : "";
        if (declared.Length == 0)
        {
            return new CompletedCode(helped, errorCount, StandIns.None);
        }

        var complete = await OpenedCode.OfAsync(With(helped.Document, declared, StandIns.Path), cancellationToken);
        return new CompletedCode(complete, errorCount, StandIns.Of(root!, helped.Findings, complete.Findings));
    }

    public void Dispose() => _workspace.Dispose();

    private static Document With(Document document, string text, string path) => document.Project
        .AddDocument(Path.GetFileName(path), SourceText.From(text), filePath: path).Project
        .GetDocument(document.Id)!;

    private Document Open(PastedCode code, bool withImplicitUsings)
    {
        var kind = code.HasTopLevelStatements ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary;
        var options = new CSharpCompilationOptions(kind, allowUnsafe: true, nullableContextOptions: NullableContextOf(code));
        var project = _workspace.CurrentSolution
            .AddProject("Pasted", "Pasted", LanguageNames.CSharp)
            .WithCompilationOptions(options)
            .WithParseOptions(PastedCode.ParseOptions)
            .WithMetadataReferences(_references)
            .AddAnalyzerConfigDocument(".editorconfig", SourceText.From(EditorConfigFor(code.Layout)), filePath: "/src/.editorconfig")
            .Project;
        if (withImplicitUsings)
        {
            project = project.AddDocument("Usings.cs", SourceText.From(ImplicitUsings), filePath: "/usings/Usings.cs").Project;
        }

        return project.AddDocument("Pasted.cs", code.Root, filePath: "/src/Pasted.cs");
    }

    // Code that never says what may be null comes from a project that does not ask, and must not be given marks that only warn there.
    private static NullableContextOptions NullableContextOf(PastedCode code) =>
        code.Root.DescendantNodes().Any(node => node.IsKind(SyntaxKind.NullableType) || node.IsKind(SyntaxKind.SuppressNullableWarningExpression))
            ? NullableContextOptions.Enable
            : NullableContextOptions.Disable;

    private static string EditorConfigFor(CodeLayout layout)
    {
        var text = new StringBuilder($"""
            root = true
            [*.cs]
            indent_style = {(layout.UsesTabs ? "tab" : "space")}
            indent_size = {layout.IndentSize}
            tab_width = {layout.IndentSize}
            end_of_line = {(layout.NewLine == "\n" ? "lf" : "crlf")}
            csharp_new_line_before_open_brace = {(layout.BracesOnSameLine ? "none" : "all")}
            csharp_new_line_before_else = {(layout.BracesOnSameLine ? "false" : "true")}
            csharp_new_line_before_catch = {(layout.BracesOnSameLine ? "false" : "true")}
            csharp_new_line_before_finally = {(layout.BracesOnSameLine ? "false" : "true")}

            """);
        foreach (var rule in StockRules.All)
        {
            text.AppendLine(rule.Options).AppendLine($"dotnet_diagnostic.{rule.Id}.severity = warning");
        }

        return text.ToString();
    }
}
