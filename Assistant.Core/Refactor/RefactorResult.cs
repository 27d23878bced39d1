using Assistant.Core.Replies;

namespace Assistant.Core.Refactor;

/// <summary>The refactored code and what there is to say about it.</summary>
/// <param name="Summary">In Markdown, one or two sentences.</param>
/// <param name="Diff">Unified, from the original to <paramref name="Code"/>; empty when nothing changed.</param>
public sealed record RefactorResult(string Code, string Summary, IReadOnlyList<CodeChange> Changes, string Diff) : ReplyResult;
