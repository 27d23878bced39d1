namespace Assistant.Web.Markdown;

/// <summary>What a block of Markdown is, as far as it matters for where it ends.</summary>
internal enum BlockShape
{
    /// <summary>No block is open.</summary>
    None,

    /// <summary>Also a table, and a heading with a line under it.</summary>
    Paragraph,
    Heading,
    Rule,
    Quote,
    List,
    IndentedCode,

    /// <summary>Between fences.</summary>
    Code,
}
