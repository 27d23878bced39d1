using System.Text.RegularExpressions;

namespace Assistant.Core.Voice.Sentences;

/// <summary>Takes away the marks of emphasis, each for itself, and leaves those that are part of names, products and powers.</summary>
internal static partial class SpokenEmphasis
{
    public static string Without(string text)
    {
        text = Opening().Replace(text.Replace("~~", "", StringComparison.Ordinal), "");
        text = Closing().Replace(text, "");
        text = Strong().Replace(text, strong => Name().IsMatch(strong.Value) ? strong.Value : strong.Groups["words"].Value);
        text = Emphasised().Replace(text, "${words}");
        return Left().Replace(text, "");
    }

    /// <summary>Stars in front of a word; "*.cs" is a pattern.</summary>
    [GeneratedRegex(@"(?<=^|[\s(\[{""'“‘„«_—–-])\*{1,3}(?=[^\s*.,/])")]
    private static partial Regex Opening();

    /// <summary>Stars behind a word; "2*(3 + 4)" is a product.</summary>
    [GeneratedRegex(@"(?<=[^\s*])\*{1,3}(?=$|[\s.,;:!?…)\]}""'”’»_。！？—–-])")]
    private static partial Regex Closing();

    [GeneratedRegex(@"(?<![\p{L}\p{N}_])__(?=[^\s_])(?<words>(?>(?:[^_]|_(?!_))+))__(?![\p{L}\p{N}_])")]
    private static partial Regex Strong();

    [GeneratedRegex(@"^\w+$")]
    private static partial Regex Name();

    [GeneratedRegex(@"(?<![\p{L}\p{N}_])_(?=[^\s_])(?<words>[^_]+)(?<!\s)_(?![\p{L}\p{N}_])")]
    private static partial Regex Emphasised();

    /// <summary>What was opened in another sentence.</summary>
    [GeneratedRegex(@"(?<=[.!?…,;:)])_{1,2}(?![\p{L}\p{N}_])")]
    private static partial Regex Left();
}
