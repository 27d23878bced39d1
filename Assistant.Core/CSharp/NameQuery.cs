namespace Assistant.Core.CSharp;

/// <summary>Compares names with one that somebody said or remembers, without an owner in front.</summary>
/// <param name="withGuesses">Whether a name may also only begin so, or be spelled a little otherwise.</param>
public sealed class NameQuery(string spoken, bool withGuesses)
{
    // A part of a name that is shorter says too little to find the name by.
    private const int ShortestPart = 3;

    private readonly SpelledName _spoken = new(spoken);

    /// <summary>Nothing for a name that cannot be meant.</summary>
    public NameFit? FitOf(SpelledName name) =>
        name.Text == _spoken.Text ? NameFit.Exact
        : name.Text.Equals(_spoken.Text, StringComparison.OrdinalIgnoreCase) ? NameFit.Capitals
        : _spoken.Letters.Length == 0 ? null
        : name.Letters == _spoken.Letters ? NameFit.Words
        : withGuesses && _spoken.Letters.Length >= ShortestPart && name.Letters.StartsWith(_spoken.Letters, StringComparison.Ordinal) ? NameFit.Start
        : HasWords(name) ? NameFit.SomeWords
        : withGuesses && DistanceTo(name) is not null ? NameFit.Spelling
        : null;

    /// <summary>Letters that are different; nothing when there are more than a slip explains: one in four.</summary>
    public int? DistanceTo(SpelledName name)
    {
        var most = _spoken.Letters.Length / 4;
        return Math.Abs(name.Letters.Length - _spoken.Letters.Length) <= most && NameParts.Distance(_spoken.Letters, name.Letters) is var distance && distance <= most
            ? distance
            : null;
    }

    private bool HasWords(SpelledName name) =>
        _spoken.Words.Any(word => word.Length >= ShortestPart) && _spoken.Words.All(word => name.Words.Contains(word, StringComparer.Ordinal));
}
