using System.Collections.Immutable;

namespace Assistant.Core.CSharp;

/// <summary>A namespace of .NET that code uses.</summary>
/// <param name="Types">Its types that appear, in alphabetical order.</param>
public sealed record UsedNamespace(string Name, ImmutableArray<string> Types);
