using System.Collections.Immutable;

namespace Assistant.Core.CSharp;

/// <summary>What is known of a name somebody asked for.</summary>
/// <param name="Found">What the code declares under it; several when it is not the only one.</param>
/// <param name="Uses">Where the code uses any of these; of a name that is declared elsewhere, where it appears.</param>
/// <param name="Origin">The type or namespace of .NET it comes from, where it is not of this code.</param>
/// <param name="Nearest">Names that are there and look like it, when nothing was found.</param>
public sealed record NameReport(
    ImmutableArray<NameReport.Declared> Found, ImmutableArray<SymbolUse> Uses, string? Origin, ImmutableArray<string> Nearest)
{
    /// <param name="Symbol">What it is and where.</param>
    /// <param name="Story">What it does.</param>
    public sealed record Declared(CodeSymbol Symbol, MemberStory Story);

    public static NameReport Of(CodeModel model, DeclaredNames names, string spoken, CancellationToken cancellationToken)
    {
        var found = names.Find(spoken);
        var uses = new SymbolUses(model);
        if (found.Count > 0)
        {
            var reader = new MemberReader(model, cancellationToken);
            var declared = found.Select(symbol => new Declared(names.Describe(symbol), reader.Read(symbol)));
            return new NameReport([.. declared], uses.Of(found, cancellationToken), null, []);
        }

        var (places, foreign) = uses.OfForeign(spoken, cancellationToken);
        var origin = foreign?.ContainingType?.ToDisplayString() ?? foreign?.ContainingNamespace?.ToDisplayString();
        return new NameReport([], places, origin, places.IsEmpty ? [.. names.Nearest(spoken)] : []);
    }
}
