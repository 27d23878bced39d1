using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Assistant.Core.CSharp;

/// <summary>Code that has been verified, and what was done to it up to there.</summary>
/// <param name="Text">The code as a person sees it; <paramref name="Document"/> holds it wrapped.</param>
/// <param name="Lines">Leads from the lines of <paramref name="Document"/> to those of the first step's.</param>
public sealed record RefactoringStep(Document Document, string Text, CompilerFindings Findings, LineMap Lines, ImmutableArray<CodeChange> Changes);
