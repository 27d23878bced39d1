using System.Collections.Immutable;

namespace Assistant.Core.CSharp;

/// <summary>What became of pasted code.</summary>
/// <param name="Code">The whole code; as it was pasted when there are no <paramref name="Changes"/>.</param>
/// <param name="Changes">In the order of the lines.</param>
/// <param name="ErrorCount">Compiler errors the code has, before as after.</param>
/// <param name="IsFinished">No rule has anything left to do; otherwise time ran out.</param>
public sealed record RefactoredCode(string Code, ImmutableArray<CodeChange> Changes, int ErrorCount, bool IsFinished)
{
    /// <summary>Ids of the rules that still had something to do when time ran out, as far as that is known.</summary>
    public ImmutableArray<string> Left { get; init; } = [];
}
