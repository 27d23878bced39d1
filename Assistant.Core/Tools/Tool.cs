using Microsoft.Extensions.AI;

namespace Assistant.Core.Tools;

/// <summary>A function a model may call, and what the loop has to know of it.</summary>
/// <param name="Doing">What the person reads while it runs, such as "reading files".</param>
public sealed record Tool(AIFunction Function, ToolKind Kind, string Doing);
