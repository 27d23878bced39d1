using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Assistant.Core.CSharp;

/// <summary>What the compiler says about one document: its errors and warnings.</summary>
public sealed class CompilerFindings
{
    private readonly Dictionary<string, int> _counts;

    private CompilerFindings(ImmutableArray<Diagnostic> errors, Dictionary<string, int> counts)
    {
        Errors = errors;
        _counts = counts;
    }

    /// <summary>In the order of the code.</summary>
    public ImmutableArray<Diagnostic> Errors { get; }

    public int ErrorCount => Errors.Length;

    public static async Task<CompilerFindings> OfAsync(Document document, CancellationToken cancellationToken)
    {
        var compilation = await document.Project.GetCompilationAsync(cancellationToken)
            ?? throw new InvalidOperationException("A C# project always has a compilation.");
        var tree = await document.GetSyntaxTreeAsync(cancellationToken);
        var found = compilation.GetDiagnostics(cancellationToken)
            .Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning && !diagnostic.IsSuppressed)
            .Where(diagnostic => diagnostic.Location.SourceTree is null || diagnostic.Location.SourceTree == tree)
            .ToList();
        return new CompilerFindings(
            [.. found.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start)],
            found.GroupBy(diagnostic => diagnostic.Id).ToDictionary(group => group.Key, group => group.Count()));
    }

    /// <summary>Whether some error or warning appears here more often than in <paramref name="before"/>: a warning may be an unawaited task.</summary>
    public bool AreWorseThan(CompilerFindings before) =>
        _counts.Any(count => count.Value > before._counts.GetValueOrDefault(count.Key));
}
