using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Assistant.Core.CSharp;

/// <summary>Pasted code as the compiler understands it: what questions about its names and its hazards are answered from.</summary>
public sealed class CodeModel
{
    private const int LongestLine = 100;

    private readonly string[] _lines;

    private CodeModel(PastedCode code, OpenedCode opened, SemanticModel semantics, SyntaxNode root)
    {
        Code = code;
        Document = opened.Document;
        Findings = opened.Findings;
        Semantics = semantics;
        Root = root;
        _lines = code.Text.Split('\n');
    }

    public PastedCode Code { get; }

    public Document Document { get; }

    public CompilerFindings Findings { get; }

    public SemanticModel Semantics { get; }

    /// <summary>The code with its wrapper, where it needed one.</summary>
    public SyntaxNode Root { get; }

    public static async Task<CodeModel> OfAsync(PastedCode code, OpenedCode opened, CancellationToken cancellationToken)
    {
        var semantics = await opened.Document.GetSemanticModelAsync(cancellationToken)
            ?? throw new InvalidOperationException("A C# document always has a semantic model.");
        return new CodeModel(code, opened, semantics, await semantics.SyntaxTree.GetRootAsync(cancellationToken));
    }

    /// <summary>The line of the pasted code, from 1.</summary>
    public int LineOf(SyntaxNodeOrToken place) => LineOf(place.GetLocation()!);

    /// <inheritdoc cref="LineOf(SyntaxNodeOrToken)"/>
    public int LineOf(Location place) => Code.LineOf(place.GetLineSpan().StartLinePosition.Line);

    /// <summary>A line of the pasted code without its indentation, shortened where it is long.</summary>
    public string TextOf(int line) => Shortened(_lines[line - 1].Trim());

    /// <summary>As much of <paramref name="line"/> as can be shown in a list, cut between two characters.</summary>
    public static string Shortened(string line)
    {
        var end = line.Length > LongestLine && char.IsHighSurrogate(line[LongestLine - 1]) ? LongestLine - 1 : LongestLine;
        return line.Length <= LongestLine ? line : $"{line[..end]}…";
    }

    /// <summary>Whether <paramref name="symbol"/> is declared in the pasted code.</summary>
    public bool Declares(ISymbol symbol) => PlaceOf(symbol) is not null;

    /// <summary>Where the pasted code declares <paramref name="symbol"/>; nothing when it does not.</summary>
    public Location? PlaceOf(ISymbol symbol) =>
        symbol.Locations.FirstOrDefault(place => place.SourceTree == Semantics.SyntaxTree && !IsWrapper(symbol));

    /// <summary>The symbol with what is in front of it ("Basket.Total", "Rate.value"), as a person would tell it from others of its name.</summary>
    public string NameOf(ISymbol symbol) => symbol switch
    {
        IMethodSymbol { MethodKind: MethodKind.Constructor or MethodKind.StaticConstructor } => $"{symbol.ContainingType.Name} (constructor)",
        INamedTypeSymbol type => type.Name,
        _ when symbol.ContainingSymbol is IMethodSymbol or IPropertySymbol or INamedTypeSymbol && OwnerOf(symbol) is { } owner => $"{owner}.{symbol.Name}",
        _ => symbol.Name,
    };

    private string? OwnerOf(ISymbol symbol) => symbol.ContainingSymbol switch
    {
        IMethodSymbol { MethodKind: MethodKind.Constructor } constructor => constructor.ContainingType.Name,
        IMethodSymbol { AssociatedSymbol: { } member } => member.Name,
        INamedTypeSymbol type when IsWrapper(type) => null,
        { CanBeReferencedByName: true } owner => owner.Name,
        _ => null,
    };

    private bool IsWrapper(ISymbol symbol) =>
        symbol is INamedTypeSymbol && symbol.DeclaringSyntaxReferences is [var only, ..]
        && only.SyntaxTree == Semantics.SyntaxTree && only.GetSyntax() is BaseTypeDeclarationSyntax type && MemberNames.IsWrapper(type, Code);
}
