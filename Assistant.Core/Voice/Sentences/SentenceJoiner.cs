using System.Text;

namespace Assistant.Core.Voice.Sentences;

/// <summary>Puts what is too short to be said alone together with what follows it. Only the first sentence may be short: nobody has to wait for it.</summary>
internal sealed class SentenceJoiner
{
    private const int ShortestSpoken = 20;
    private const string OnScreen = "The code is on screen.";

    private readonly StringBuilder _written = new();
    private string _spoken = "";
    private int _count;
    private bool _wasCode;
    private bool _beginsLine = true;

    /// <summary>Nothing while more has to join.</summary>
    public Sentence? Add(string written, bool isCode)
    {
        _written.Append(written);
        Say(isCode ? OnScreen : SpokenText.Of(written, _beginsLine), isCode);
        _beginsLine = written.TrimEnd(' ', '\t') is [.., '\n' or '\r'];
        return _spoken.Length >= (_count == 0 ? 1 : ShortestSpoken) ? Take() : null;
    }

    /// <summary>What is left.</summary>
    public IEnumerable<Sentence> End() => _written.Length > 0 ? [Take()] : [];

    private void Say(string spoken, bool isCode)
    {
        // Several blocks after each other are on screen together.
        if (spoken.Length == 0 || (isCode && _wasCode))
        {
            return;
        }

        _spoken = _spoken.Length == 0 ? spoken : $"{_spoken}{(char.IsLetterOrDigit(_spoken[^1]) ? "." : "")} {spoken}";
        _wasCode = isCode;
    }

    private Sentence Take()
    {
        var sentence = new Sentence(_count++, _written.ToString(), _spoken);
        _written.Clear();
        _spoken = "";
        return sentence;
    }
}
