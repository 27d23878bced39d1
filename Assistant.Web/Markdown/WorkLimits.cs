using Markdig;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Syntax;

namespace Assistant.Web.Markdown;

/// <summary>
/// Ends the reading of Markdown that would take long: lists and quotes nested far beyond what anybody writes, thousands of marks or links in one paragraph, and
/// tables that a few characters make huge. What is counted is what the parser itself has found, so nothing is read one way here and another way there.
/// </summary>
internal sealed class WorkLimits : IMarkdownExtension
{
    private const int MaxDepth = 20;

    /// <summary>
    /// Some 35 ms: emphasis marks and brackets are each held against all others of their paragraph, 5 ns each time. A table of five hundred rows with a word
    /// in bold in each stays under it.
    /// </summary>
    private const long MaxWork = 7_000_000;

    /// <summary>A link that is written out is looked for to the end of its paragraph, character by character, and each of these takes a part of a comparison of marks.</summary>
    private const int CharactersPerWork = 2;

    /// <summary>What a cell costs. Short rows are filled up to the longest one, so a table has rows times columns of them.</summary>
    private const int WorkPerCell = 1000;

    private static readonly object Work = new();

    public void Setup(MarkdownPipelineBuilder pipeline)
    {
        pipeline.BlockParsers.Replace<ListBlockParser>(new Lists());
        pipeline.BlockParsers.Replace<QuoteBlockParser>(new Quotes());
        foreach (var parser in pipeline.BlockParsers.Where(parser => parser is ParagraphBlockParser or HeadingBlockParser))
        {
            parser.Closed += (processor, block) => CheckWork(processor.Document, (LeafBlock)block);
        }
    }

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
        // Everything here is about reading.
    }

    private static void CheckDepth(BlockProcessor processor)
    {
        var depth = 0;
        for (Block? around = processor.CurrentContainer; around is not null; around = around.Parent)
        {
            depth += around is ListItemBlock or QuoteBlock ? 1 : 0;
        }

        if (depth >= MaxDepth)
        {
            throw new TooMuchWorkException();
        }
    }

    private static void CheckWork(MarkdownDocument document, LeafBlock block)
    {
        var work = WorkOf(block) + (document.GetData(Work) as long? ?? 0);
        document.SetData(Work, work);
        if (work > MaxWork)
        {
            throw new TooMuchWorkException();
        }
    }

    private static long WorkOf(LeafBlock block)
    {
        var (marks, links, columns, length) = (0L, 0L, 0L, 0L);
        for (var number = 0; number < block.Lines.Count; number++)
        {
            var line = block.Lines.Lines[number].Slice.AsSpan();
            foreach (var character in line)
            {
                marks += character is '*' or '_' or '~' or '[' or '<' or '`' ? 1 : 0;
            }

            length += line.Length;
            links += line.Count("://") + line.Count("www.") + line.Count("mailto:") + line.Count("tel:");
            columns = Math.Max(columns, line.Count('|'));
        }

        return (marks * marks) + (links * length / CharactersPerWork) + (columns * block.Lines.Count * WorkPerCell);
    }

    private sealed class Lists : ListBlockParser
    {
        public override BlockState TryOpen(BlockProcessor processor)
        {
            CheckDepth(processor);
            return base.TryOpen(processor);
        }
    }

    private sealed class Quotes : QuoteBlockParser
    {
        public override BlockState TryOpen(BlockProcessor processor)
        {
            CheckDepth(processor);
            return base.TryOpen(processor);
        }
    }
}
