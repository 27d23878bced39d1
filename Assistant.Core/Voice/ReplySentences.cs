using Assistant.Core.Replies;
using Assistant.Core.Voice.Sentences;

namespace Assistant.Core.Voice;

/// <summary>Puts text into a reply, and each sentence of it as soon as it is complete.</summary>
internal sealed class ReplySentences(Reply reply)
{
    private readonly SentenceScanner _scanner = new();
    private int _end;

    public void Add(string text)
    {
        reply.Append(new ReplyEvent.Text(text));
        Append(_scanner.Add(text));
    }

    /// <param name="isCut">More was to come: the last sentence, if it has no end, is shown and not spoken.</param>
    public void End(bool isCut) => Append(_scanner.End(isCut));

    private void Append(IReadOnlyList<Sentence> sentences)
    {
        foreach (var sentence in sentences)
        {
            _end += sentence.Written.Length;
            if (sentence.Spoken.Length == 0)
            {
                continue;   // a line across the page ends the answer, and nobody says it
            }

            reply.Append(new ReplyEvent.Sentence(sentence.Index, sentence.Spoken, _end));
        }
    }
}
