using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Assistant.Core.CSharp;

/// <summary>The stock analyzers and fixers for the rules of <see cref="StockRules"/>, found in the StockFixes folder beside the program.</summary>
public sealed class StockFixes
{
    private readonly ImmutableDictionary<string, ImmutableArray<DiagnosticAnalyzer>> _analyzers;
    private readonly ImmutableDictionary<string, ImmutableArray<CodeFixProvider>> _fixers;

    private StockFixes(IReadOnlyList<DiagnosticAnalyzer> analyzers, IReadOnlyList<CodeFixProvider> fixers)
    {
        _analyzers = StockRules.All.ToImmutableDictionary(
            rule => rule.Id,
            rule => analyzers.Where(analyzer => analyzer.SupportedDiagnostics.Any(descriptor => descriptor.Id == rule.DiagnosticId)).ToImmutableArray());
        _fixers = StockRules.All.ToImmutableDictionary(
            rule => rule.Id,
            rule => fixers.Where(fixer => fixer.FixableDiagnosticIds.Contains(rule.DiagnosticId)).ToImmutableArray());
    }

    /// <summary>Loads every assembly of the folder. Throws when there is none, since an engine without rules would find every code perfect.</summary>
    public static StockFixes Load()
    {
        // All are loaded before any is asked, because they refer to each other by name.
        var folder = Path.Combine(AppContext.BaseDirectory, "StockFixes");
        var types = Directory.GetFiles(folder, "*.dll")
            .Select(AssemblyLoadContext.Default.LoadFromAssemblyPath)
            .ToList()
            .SelectMany(assembly => assembly.GetTypes())
            .Where(type => !type.IsAbstract)
            .ToList();
        return new StockFixes(
            Make<DiagnosticAnalyzer>(types, type => type.GetCustomAttribute<DiagnosticAnalyzerAttribute>()?.Languages),
            Make<CodeFixProvider>(types, type => type.GetCustomAttribute<ExportCodeFixProviderAttribute>()?.Languages));
    }

    public ImmutableArray<DiagnosticAnalyzer> AnalyzersFor(IEnumerable<StockRule> rules) =>
        [.. rules.SelectMany(rule => _analyzers[rule.Id]).Distinct()];

    public ImmutableArray<CodeFixProvider> FixersFor(StockRule rule) => _fixers[rule.Id];

    private static List<T> Make<T>(IEnumerable<Type> types, Func<Type, string[]?> languagesOf)
        where T : class =>
        [.. types.Where(type => languagesOf(type)?.Contains(LanguageNames.CSharp) == true).Select(type => (T)Activator.CreateInstance(type)!)];
}
