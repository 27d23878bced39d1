using System.Collections.Immutable;

namespace Assistant.Core.CSharp;

/// <summary>What one member or type does, as far as it can be told without running it. Names are in the order of the code.</summary>
/// <param name="Signature">As the compiler writes it, without modifiers.</param>
/// <param name="LineCount">From its signature to its closing brace.</param>
/// <param name="Complexity">By <see cref="CSharp.Complexity"/>; none for what has no paths.</param>
/// <param name="Calls">Methods it calls.</param>
/// <param name="Creates">Types it makes objects of.</param>
/// <param name="Writes">Fields and properties it sets.</param>
/// <param name="Throws">Exceptions it throws itself.</param>
/// <param name="Members">Names it declares, when it is a type.</param>
public sealed record MemberStory(
    string Signature,
    int LineCount,
    int? Complexity,
    ImmutableArray<string> Calls,
    ImmutableArray<string> Creates,
    ImmutableArray<string> Writes,
    ImmutableArray<string> Throws,
    ImmutableArray<string> Members);
