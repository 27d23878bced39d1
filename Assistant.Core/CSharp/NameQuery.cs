namespace Assistant.Core.CSharp;

/// <summary>Compares names with one that somebody said or remembers, without an owner in front.</summary>
/// <param name="withStarts">Whether a name may also only begin so.</param>
public sealed class NameQuery(string spoken, bool withStarts)
{
    // A part of a name that is shorter says too little to find the name by.
    private const int ShortestPart = 3;

    // With fewer sounds in common too much sounds the same.
    private const int FewestSounds = 3;

    private readonly SpelledName _spoken = new(spoken);

    private SpelledName Heard => field ??= new(HeardName.Of(spoken));

    /// <summary>How it fits as it is written; nothing for a name that cannot be meant so.</summary>
    public NameFit? FitOf(SpelledName name) =>
        name.Text == _spoken.Text ? NameFit.Exact
        : name.Text.Equals(_spoken.Text, StringComparison.OrdinalIgnoreCase) ? NameFit.Capitals
        : _spoken.Letters.Length == 0 ? null
        : name.Letters == _spoken.Letters ? NameFit.Words
        : withStarts && _spoken.Letters.Length >= ShortestPart && name.Letters.StartsWith(_spoken.Letters, StringComparison.Ordinal) ? NameFit.Start
        : HasWords(name, _spoken) ? NameFit.SomeWords
        : null;

    /// <summary>How it fits when it was misheard or misspelled. This takes longer, and is for when no name fits as it is written.</summary>
    public NameFit? GuessOf(SpelledName name) =>
        _spoken.Letters.Length == 0 ? null
        : Heard.Letters.Length > 0 && (name.Letters == Heard.Letters || HasWords(name, Heard)) ? NameFit.Heard
        : _spoken.Sound.Length >= FewestSounds && name.Sound == _spoken.Sound && IsNear(name, Math.Max(name.Letters.Length, _spoken.Letters.Length) / 2) ? NameFit.Sound
        : IsNear(name, _spoken.Letters.Length / 4) ? NameFit.Spelling // More than one in four is no slip.
        : null;

    /// <summary>What is different, to choose between names of the same fit.</summary>
    public int SlipsOf(SpelledName name, NameFit fit) => fit switch
    {
        NameFit.Heard => name.Letters == Heard.Letters ? 0 : 1,
        NameFit.Sound or NameFit.Spelling => NameParts.Distance(_spoken.Letters, name.Letters),
        _ => 0,
    };

    private bool IsNear(SpelledName name, int most) =>
        Math.Abs(name.Letters.Length - _spoken.Letters.Length) <= most && NameParts.Distance(_spoken.Letters, name.Letters) <= most;

    private static bool HasWords(SpelledName name, SpelledName said) =>
        said.Words.Any(word => word.Length >= ShortestPart) && said.Words.All(word => name.Words.Contains(word, StringComparer.Ordinal));
}
