using Microsoft.CodeAnalysis;

namespace Assistant.Core.CSharp;

/// <summary>Pasted code as a document, and what the compiler says about it, which is not asked twice because it takes a walk over the whole code.</summary>
public sealed record OpenedCode(Document Document, CompilerFindings Findings)
{
    public static async Task<OpenedCode> OfAsync(Document document, CancellationToken cancellationToken) =>
        new(document, await CompilerFindings.OfAsync(document, cancellationToken));
}
