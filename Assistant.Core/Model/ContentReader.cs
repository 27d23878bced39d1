using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Assistant.Core.Model;

/// <summary>Reads text, reasoning and refusals out of a delta or a message, whether they are strings, lists of parts or objects.</summary>
internal sealed class ContentReader
{
    private readonly JsonText _text = new();
    private readonly JsonText _reasoning = new();

    public bool HasText { get; private set; }

    /// <summary>Characters that the last piece brought.</summary>
    public int Growth { get; private set; }

    public List<AIContent> Read(JsonElement message, JsonElement choice)
    {
        Growth = 0;
        var contents = new List<AIContent>(1);
        AddReasoning(contents, message.Member("reasoning"u8) is { IsPresent: true } reasoning ? reasoning : message.Member("reasoning_content"u8));
        AddText(contents, message.Member("content"u8) is { IsPresent: true } content ? content : choice.Member("text"u8));
        AddText(contents, message.Member("refusal"u8));
        return contents;
    }

    /// <summary>A half character that was held back to the end.</summary>
    public List<AIContent> End() => _text.End() is { Length: > 0 } half ? [new TextContent(half)] : [];

    private void AddText(List<AIContent> contents, JsonElement content)
    {
        foreach (var part in content.Items())
        {
            if (part.Member("type"u8).Text() is "thinking" or "reasoning")
            {
                AddReasoning(contents, part.Member("thinking", "reasoning", "text"));
            }
            else
            {
                AddText(contents, part.IsString ? part : part.Member("text", "refusal"));
            }
        }

        if (content.IsString && _text.Read(content) is { Length: > 0 } text)
        {
            HasText = true;
            Growth += text.Length;
            contents.Add(new TextContent(text));
        }
    }

    private void AddReasoning(List<AIContent> contents, JsonElement reasoning)
    {
        foreach (var part in reasoning.Items())
        {
            AddReasoning(contents, part.IsString ? part : part.Member("text"u8));
        }

        var content = reasoning.IsObject ? reasoning.Member("content", "text") : reasoning;
        if (content.IsString && _reasoning.Read(content) is { Length: > 0 } text)
        {
            Growth += text.Length;
            contents.Add(new TextReasoningContent(text));
        }
    }
}
