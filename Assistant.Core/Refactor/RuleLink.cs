namespace Assistant.Core.Refactor;

/// <summary>Where a rule is explained by those who made it.</summary>
public static class RuleLink
{
    /// <summary>None for an id that belongs to nobody we know.</summary>
    public static Uri? Of(string? id) => id switch
    {
        ['I', 'D', 'E', ..] => new Uri($"https://learn.microsoft.com/dotnet/fundamentals/code-analysis/style-rules/{id.ToLowerInvariant()}"),
        ['C', 'A', >= '0' and <= '9', ..] => new Uri($"https://learn.microsoft.com/dotnet/fundamentals/code-analysis/quality-rules/{id.ToLowerInvariant()}"),
        ['R', 'C', 'S', ..] => new Uri($"https://josefpihrt.github.io/docs/roslynator/analyzers/{id}"),
        ['M', 'A', >= '0' and <= '9', ..] => new Uri($"https://github.com/meziantou/Meziantou.Analyzer/blob/main/docs/Rules/{id}.md"),
        _ => null,
    };
}
