using Assistant.Core.CSharp;
using Assistant.Core.Tools;
using Assistant.Core.Workspace.Files;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Host.Mef;
using Microsoft.CodeAnalysis.Text;

namespace Assistant.Core.Workspace.Symbols;

/// <summary>
/// All C# of a workspace as one project that lives in memory only, compiled against the framework. No project file is looked at, so what comes from
/// packages is unknown, and what is declared in two projects is declared twice.
/// </summary>
internal sealed class WorkspaceCode : IDisposable
{
    // Debug builds are what people look at.
    private static readonly CSharpParseOptions ParseOptions =
        PastedCode.ParseOptions.WithPreprocessorSymbols("DEBUG", "TRACE", "NET", "NETCOREAPP", "NET8_0_OR_GREATER", "NET9_0_OR_GREATER", "NET10_0_OR_GREATER");

    private readonly AdhocWorkspace _workspace = new(MefHostServices.DefaultHost);

    private WorkspaceCode(IReadOnlyList<(string Path, string Text)> files)
    {
        var project = _workspace.CurrentSolution
            .AddProject("Workspace", "Workspace", LanguageNames.CSharp)
            .WithCompilationOptions(new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true))
            .WithParseOptions(ParseOptions)
            .WithMetadataReferences(FrameworkReferences.Load())
            .AddDocument("Usings.cs", CodeProject.ImplicitUsings).Project;
        var documents = files.Select(file => DocumentInfo.Create(
            DocumentId.CreateNewId(project.Id), file.Path, loader: TextLoader.From(TextAndVersion.Create(SourceText.From(file.Text), VersionStamp.Default)), filePath: file.Path));
        Solution = project.Solution.AddDocuments([.. documents]);
    }

    /// <summary>One project. The path of a document is that of its file in the workspace.</summary>
    public Solution Solution { get; }

    public async Task<Compilation> CompileAsync(CancellationToken cancellationToken) =>
        await Solution.Projects.Single().GetCompilationAsync(cancellationToken) ?? throw new InvalidOperationException("A C# project always has a compilation.");

    public static Task<WorkspaceCode> OpenAsync(WorkspaceFiles files, CancellationToken cancellationToken) => DeepStack.RunAsync(() => Open(files, cancellationToken));

    public void Dispose() => _workspace.Dispose();

    private static WorkspaceCode Open(WorkspaceFiles files, CancellationToken cancellationToken)
    {
        var code = new List<(string, string)>();
        foreach (var file in files.List(files.Resolve("")).Where(file => file.Path.EndsWith(".cs", StringComparison.OrdinalIgnoreCase)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (file.Length is > 0 and <= WorkspaceLimits.EditableBytes && SafeFile.TryRead(file) is { } bytes && FileText.Decode(bytes) is { } text)
            {
                code.Add((file.Path, Checked(file.Path, text.Text, cancellationToken)));
            }
        }

        return new WorkspaceCode(code);
    }

    // Leaving a file out would leave the name in it as it was, and nobody would know.
    private static string Checked(string path, string text, CancellationToken cancellationToken)
    {
        try
        {
            CSharpSymbols.Parse(text, cancellationToken);
            return text;
        }
        catch (UnreadableCodeException)
        {
            throw new ToolException($"{path} is too long or nested too deeply to be read safely, so nothing can be renamed by the compiler here: edit the files.");
        }
    }
}
