namespace Assistant.Core.Workspace.Ignoring;

/// <summary>One character of a pattern: itself, any (?), any number of any (*), or one of a set ([a-z]).</summary>
/// <param name="Literal">The character it stands for, if it stands for just one.</param>
/// <param name="Set">What it accepts, if it is a set.</param>
internal sealed record NameToken(char? Literal, Func<char, bool>? Set = null)
{
    private static readonly NameToken Any = new(null, _ => true);

    public static NameToken Star { get; } = new(Literal: null);

    public bool IsStar => Literal is null && Set is null;

    public bool Matches(char character) => Literal is { } literal ? literal == character : Set is not null && Set(character);

    /// <summary>Reads the token at <paramref name="index"/> and goes on behind it; nothing for what git lets match nothing.</summary>
    public static NameToken? Read(string text, ref int index) => text[index++] switch
    {
        '*' => Star,
        '?' => Any,
        '[' => ReadSet(text, ref index),
        '\\' => index < text.Length ? new NameToken(text[index++]) : null,
        var character => new NameToken(character),
    };

    private static NameToken? ReadSet(string text, ref int index)
    {
        var isNot = index < text.Length && text[index] is '!' or '^';
        index += isNot ? 1 : 0;
        var accepted = new List<Func<char, bool>>();
        char? previous = null;
        for (var isFirst = true; index < text.Length; isFirst = false)
        {
            var character = text[index++];
            if (character == ']' && !isFirst)
            {
                return new NameToken(null, one => accepted.Exists(accepts => accepts(one)) != isNot);
            }

            if (character == '[' && index < text.Length && text[index] == ':')
            {
                if (ReadClass(text, ref index) is not { } kind)
                {
                    return null;
                }

                accepted.Add(kind);
                previous = null;
                continue;
            }

            var isRange = character == '-' && previous is not null && index < text.Length && text[index] != ']';
            character = isRange ? text[index++] : character;
            if (character == '\\')
            {
                if (index == text.Length)
                {
                    return null;
                }

                character = text[index++];
            }

            var (from, to) = (isRange ? previous!.Value : character, character);
            accepted.Add(one => one >= from && one <= to);
            previous = isRange ? null : character;
        }

        return null;
    }

    // Only ASCII has classes, as in git.
    private static Func<char, bool>? ReadClass(string text, ref int index)
    {
        var end = text.IndexOf(":]", index + 1, StringComparison.Ordinal);
        if (end < 0)
        {
            return null;
        }

        var name = text[(index + 1)..end];
        index = end + 2;
        return name switch
        {
            "alnum" => char.IsAsciiLetterOrDigit,
            "alpha" => char.IsAsciiLetter,
            "blank" => character => character is ' ' or '\t',
            "cntrl" => character => char.IsAscii(character) && char.IsControl(character),
            "digit" => char.IsAsciiDigit,
            "graph" => character => character is > ' ' and < '\x7f',
            "lower" => char.IsAsciiLetterLower,
            "print" => character => character is >= ' ' and < '\x7f',
            "punct" => character => character is > ' ' and < '\x7f' && !char.IsAsciiLetterOrDigit(character),
            "space" => character => character is ' ' or (>= '\t' and <= '\r'),
            "upper" => char.IsAsciiLetterUpper,
            "xdigit" => char.IsAsciiHexDigit,
            _ => null,
        };
    }
}
