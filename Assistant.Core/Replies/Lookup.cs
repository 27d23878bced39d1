namespace Assistant.Core.Replies;

/// <summary>A call of a tool and what it answered.</summary>
/// <param name="Name">The tool's.</param>
/// <param name="Arguments">A JSON object.</param>
public sealed record Lookup(string Name, string Arguments, string Result);
