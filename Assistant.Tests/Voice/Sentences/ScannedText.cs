using Assistant.Core.Voice.Sentences;

namespace Assistant.Tests.Voice.Sentences;

/// <summary>The sentences of an answer that arrived in these pieces.</summary>
internal static class ScannedText
{
    public static List<Sentence> Of(params IEnumerable<string> pieces)
    {
        var scanner = new SentenceScanner();
        return [.. pieces.SelectMany(scanner.Add).ToList(), .. scanner.End(isCut: false)];
    }

    public static IEnumerable<string> SpokenOf(params IEnumerable<string> pieces) => Of(pieces).Select(sentence => sentence.Spoken);

    public static IEnumerable<string> Characters(string text) => text.Select(character => character.ToString());
}
