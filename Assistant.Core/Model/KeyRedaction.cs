using System.Text.RegularExpressions;

namespace Assistant.Core.Model;

/// <summary>Takes a key out of text that an endpoint sent: as it is, shortened ("sk-ab"), or masked ("sk-...abcd", "sk-****abcd").</summary>
internal sealed partial class KeyRedaction(string? key)
{
    private const string Mark = "[key]";

    // A shorter key may be part of an ordinary word, and a shorter piece says nothing about the key.
    private const int ShortestDistinctKey = 8;
    private const int ShortestPiece = 6;

    public string Clean(string text)
    {
        var cleaned = key is { Length: >= ShortestDistinctKey } ? text.Replace(key, Mark, StringComparison.OrdinalIgnoreCase) : text;
        return Word().Replace(cleaned, word =>
        {
            var inner = word.Value.TrimEnd('.');   // a full stop ends the sentence, not the key
            return GivesKeyAway(inner) ? Mark + word.Value[inner.Length..] : word.Value;
        });
    }

    /// <summary>The cause of a failure, unless it would show the key.</summary>
    public Exception? Clean(Exception? cause) =>
        cause is not null && key is not null && cause.ToString().Contains(key, StringComparison.OrdinalIgnoreCase) ? null : cause;

    private bool GivesKeyAway(string word)
    {
        if (WellKnownKey().IsMatch(word))
        {
            return true;
        }

        if (key is null)
        {
            return false;
        }

        var mask = Masked().Match(word);
        return mask.Success ? IsMaskedKey(mask.Groups["start"].Value, mask.Groups["end"].Value) : IsKeyOrPiece(word);
    }

    private bool IsMaskedKey(string start, string end) =>
        (start.Length >= 2 && key!.StartsWith(start, StringComparison.OrdinalIgnoreCase))
        || (end.Length >= 2 && key!.EndsWith(end, StringComparison.OrdinalIgnoreCase));

    private bool IsKeyOrPiece(string word) =>
        string.Equals(word, key, StringComparison.OrdinalIgnoreCase)
        || (key!.Length >= 2 * ShortestPiece && word.Length >= ShortestPiece && key.Contains(word, StringComparison.OrdinalIgnoreCase));

    [GeneratedRegex(@"[\w\-*.…•+/=]+")]
    private static partial Regex Word();

    [GeneratedRegex(@"^(sk|csk|gsk|xai|nvapi|hf|AIza)[-_]?([\w\-]{16,}|[\w\-]*(\*|\.\.|…|•))", RegexOptions.IgnoreCase)]
    private static partial Regex WellKnownKey();

    [GeneratedRegex(@"^(?<start>[\w\-+/=]*)(\*{2,}|\.{2,}|…+|•{2,})[*.…•]*(?<end>[\w\-+/=]*)$")]
    private static partial Regex Masked();
}
