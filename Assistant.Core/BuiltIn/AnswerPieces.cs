namespace Assistant.Core.BuiltIn;

/// <summary>Cuts a finished answer into pieces of the size a fast model sends, so that readers are fed as by any other.</summary>
public static class AnswerPieces
{
    /// <summary>Characters of one piece: some lines of code.</summary>
    public const int Size = 400;

    /// <summary>Joined, the pieces are <paramref name="text"/>. A piece ends at a line break where there is one, and never within a character.</summary>
    public static IEnumerable<string> Of(string text)
    {
        for (var start = 0; start < text.Length;)
        {
            var end = EndOf(text, start);
            yield return text[start..end];
            start = end;
        }
    }

    private static int EndOf(string text, int start)
    {
        if (text.Length - start <= Size)
        {
            return text.Length;
        }

        var lineBreak = text.LastIndexOf('\n', start + Size - 1, Size);
        var end = lineBreak < 0 ? start + Size : lineBreak + 1;
        return char.IsHighSurrogate(text[end - 1]) ? end + 1 : end;
    }
}
