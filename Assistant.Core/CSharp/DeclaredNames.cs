using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Assistant.Core.CSharp;

/// <summary>Every name that pasted code declares, found by what a person calls it.</summary>
public sealed class DeclaredNames
{
    private const int MostNearest = 5;

    private readonly CodeModel _model;

    public DeclaredNames(CodeModel model, CancellationToken cancellationToken)
    {
        _model = model;
        All =
        [
            .. model.Root.DescendantNodes().Where(MayDeclare)
                .Select(node => model.Semantics.GetDeclaredSymbol(node, cancellationToken))
                .OfType<ISymbol>()
                .Where(symbol => symbol.Name.Length > 0 && symbol is not INamespaceSymbol && model.Declares(symbol))
                .Distinct<ISymbol>(SymbolEqualityComparer.Default),
        ];
    }

    /// <summary>In the order of the code; what overloads or partial declarations share is there for each of them.</summary>
    public IReadOnlyList<ISymbol> All { get; }

    /// <summary>
    /// What <paramref name="spoken"/> may mean: the names that are spelled so, else those that are but for capitals, else those of the same
    /// words ("order total" for <c>OrderTotal</c>), else those that contain these words. A type in front narrows it ("Basket.Total").
    /// </summary>
    public IReadOnlyList<ISymbol> Find(string spoken)
    {
        var dot = spoken.LastIndexOf('.');
        var (owner, name) = dot > 0 ? (spoken[..dot], spoken[(dot + 1)..]) : ("", spoken);
        var candidates = Named(All, owner.Length == 0 ? _ => null : OwnerOf, owner);
        var found = Named(candidates, symbol => symbol.Name, name).Where(symbol => !IsConstructor(symbol)).ToList();
        var members = found.Where(symbol => symbol is not (ILocalSymbol or IParameterSymbol or ITypeParameterSymbol)).ToList();
        return members.Count > 0 ? members : found;
    }

    /// <summary>Names that are there, those that look most like <paramref name="spoken"/> first.</summary>
    public IReadOnlyList<string> Nearest(string spoken) => NameParts.Nearest(
        spoken[(spoken.LastIndexOf('.') + 1)..], All.Where(symbol => !IsConstructor(symbol)).Select(symbol => symbol.Name), MostNearest);

    public CodeSymbol Describe(ISymbol symbol)
    {
        var line = _model.LineOf(_model.PlaceOf(symbol)!);
        return new CodeSymbol(_model.NameOf(symbol), KindOf(symbol), line, _model.TextOf(line));
    }

    public static string KindOf(ISymbol symbol) => symbol switch
    {
        INamedTypeSymbol { IsRecord: true, IsValueType: true } => "record struct",
        INamedTypeSymbol { IsRecord: true } => "record",
        INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct or TypeKind.Interface or TypeKind.Enum or TypeKind.Delegate } type =>
            type.TypeKind.ToString().ToLowerInvariant(),
        IMethodSymbol { MethodKind: MethodKind.LocalFunction } => "local function",
        IMethodSymbol { MethodKind: MethodKind.Constructor or MethodKind.StaticConstructor } => "constructor",
        IMethodSymbol => "method",
        IPropertySymbol => "property",
        IEventSymbol => "event",
        IFieldSymbol { ContainingType.TypeKind: TypeKind.Enum } => "enum value",
        IFieldSymbol { IsConst: true } => "constant",
        IFieldSymbol => "field",
        IParameterSymbol { ContainingType.IsRecord: true, ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } } => "property",
        IParameterSymbol => "parameter",
        ITypeParameterSymbol => "type parameter",
        _ => "local variable",
    };

    private static bool MayDeclare(SyntaxNode node) => node is MemberDeclarationSyntax or VariableDeclaratorSyntax or ParameterSyntax
        or LocalFunctionStatementSyntax or SingleVariableDesignationSyntax or ForEachStatementSyntax or CatchDeclarationSyntax or TypeParameterSyntax
        or EnumMemberDeclarationSyntax;

    private static bool IsConstructor(ISymbol symbol) => symbol is IMethodSymbol { MethodKind: MethodKind.Constructor or MethodKind.StaticConstructor };

    private static string? OwnerOf(ISymbol symbol) =>
        symbol.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Constructor } ? symbol.ContainingType.Name : symbol.ContainingSymbol?.Name;

    private static IReadOnlyList<ISymbol> Named(IReadOnlyList<ISymbol> symbols, Func<ISymbol, string?> nameOf, string spoken)
    {
        if (spoken.Length == 0)
        {
            return symbols;
        }

        var query = new NameQuery(spoken, withStarts: false);
        return symbols
            .Select(symbol => (Symbol: symbol, Fit: nameOf(symbol) is { } name ? query.FitOf(new SpelledName(name)) : null))
            .Where(found => found.Fit is not null)
            .GroupBy(found => found.Fit)
            .MinBy(group => group.Key)?.Select(found => found.Symbol).ToList() ?? [];
    }
}
