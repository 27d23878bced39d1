using Microsoft.CodeAnalysis;

namespace Assistant.Core.CSharp;

/// <summary>Remembers where a fix was refused, so that the same fix of the same statement is not worked out again.</summary>
public sealed class RefusedHits
{
    private readonly HashSet<(string Id, int Place, string Owner)> _refused = [];

    public void Add(StockRule rule, Diagnostic hit, SyntaxNode root) => _refused.Add(KeyOf(rule, hit, root));

    public bool Contains(StockRule rule, Diagnostic hit, SyntaxNode root) => _refused.Count > 0 && _refused.Contains(KeyOf(rule, hit, root));

    private static (string Id, int Place, string Owner) KeyOf(StockRule rule, Diagnostic hit, SyntaxNode root)
    {
        var owner = root.FindNode(hit.Location.SourceSpan).Owner();
        return (rule.Id, hit.Location.SourceSpan.Start - owner.SpanStart, owner.ToString());
    }
}
