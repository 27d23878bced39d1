using System.Collections.Immutable;

namespace Assistant.Core.CSharp;

/// <summary>What can be said about a piece of C# without running it. All lines are lines of the pasted code, from 1.</summary>
/// <param name="Shape">What it is a piece of.</param>
/// <param name="LineCount">Lines, blank ones included.</param>
/// <param name="HasTopLevelStatements">It starts to run at its first line.</param>
/// <param name="Types">In the order of the code, nested ones included.</param>
/// <param name="Methods">Everything with a body, in the order of the code.</param>
/// <param name="Errors">What the compiler objects to, apart from names that are merely not pasted.</param>
/// <param name="UnknownNames">Names the code uses and neither declares nor gets from .NET, each where it is first met.</param>
/// <param name="Uses">What it uses of .NET.</param>
public sealed record CodeDescription(
    CodeShape Shape,
    int LineCount,
    bool HasTopLevelStatements,
    ImmutableArray<CodeDescription.DeclaredType> Types,
    ImmutableArray<CodeDescription.Method> Methods,
    ImmutableArray<CodeDescription.CompilerError> Errors,
    ImmutableArray<CodeDescription.UnknownName> UnknownNames,
    ImmutableArray<UsedNamespace> Uses)
{
    /// <param name="Kind">In the words of the language ("class", "record struct").</param>
    /// <param name="Name">As it is written, with type parameters.</param>
    /// <param name="Line">Where it is declared.</param>
    /// <param name="Members">What it holds, counted ("2 fields", "1 method").</param>
    public sealed record DeclaredType(string Kind, string Name, int Line, ImmutableArray<string> Members);

    /// <param name="Name">With its type in front, where it has one.</param>
    /// <param name="Line">Where it is declared.</param>
    /// <param name="LineCount">From its signature to its closing brace.</param>
    /// <param name="Complexity">By <see cref="CSharp.Complexity"/>.</param>
    public sealed record Method(string Name, int Line, int LineCount, int Complexity);

    /// <param name="Id">The compiler's number for it ("CS1002").</param>
    /// <param name="Line">Where the compiler noticed it.</param>
    /// <param name="Sentence">The compiler's own words.</param>
    /// <param name="Hint">What was probably meant, where the code tells.</param>
    public sealed record CompilerError(string Id, int Line, string Sentence, string? Hint);

    /// <param name="Name">As the code writes it.</param>
    /// <param name="Line">Where it is first met.</param>
    /// <param name="Hint">What was probably meant, or where .NET has it.</param>
    public sealed record UnknownName(string Name, int Line, string? Hint);
}
