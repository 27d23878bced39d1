using System.Text;

namespace Assistant.Core.CSharp;

/// <summary>
/// What a name sounds like, roughly: its consonants in classes that are easily taken for each other, and whether it begins with a vowel. Speech is written
/// down in words of everyday, so "a sink" is async, and "jason" json.
/// </summary>
internal static class NameSound
{
    /// <param name="letters">In lower case, without what parts words.</param>
    public static string Of(string letters)
    {
        var sounds = new StringBuilder();
        for (var index = StartOf(letters); index < letters.Length;)
        {
            var (sound, length) = Next(letters.AsSpan(index), isFirst: index == 0);
            foreach (var part in sound)
            {
                if (sounds.Length == 0 || sounds[^1] != part)
                {
                    sounds.Append(part);
                }
            }

            index += length;
        }

        return sounds.ToString();
    }

    // The first letter of these is silent.
    private static int StartOf(string letters) => letters.AsSpan() is ['k' or 'g' or 'p', 'n', ..] or ['w', 'r', ..] or ['p', 's', ..] ? 1 : 0;

    private static (string Sound, int Length) Next(ReadOnlySpan<char> letters, bool isFirst) => letters switch
    {
        ['s', 'c', 'h', ..] => ("SK", 3),
        ['t', 'c', 'h', ..] => ("X", 3),
        ['c', 'h', 'r', ..] => ("K", 2),
        ['c' or 's', 'h', ..] => ("X", 2),
        ['p', 'h', ..] => ("F", 2),
        ['t', 'h', ..] => ("T", 2),
        ['g', 'h', ..] => ("", 2),
        ['d', 'g', 'e', ..] or ['j', ..] => ("J", letters[0] == 'j' ? 1 : 3),
        ['s', 'c', 'e' or 'i' or 'y', ..] => ("S", 2),
        ['c', 'e' or 'i' or 'y', ..] or ['s' or 'z', ..] => ("S", 1),
        ['c' or 'g' or 'k' or 'q', ..] => ("K", 1),
        ['x', ..] => ("KS", 1),
        ['d' or 't', ..] => ("T", 1),
        ['b' or 'p', ..] => ("P", 1),
        ['f' or 'v', ..] => ("F", 1),
        ['a' or 'e' or 'i' or 'o' or 'u' or 'y', ..] => (isFirst ? "A" : "", 1),
        ['w', ..] => (isFirst ? "W" : "", 1),
        ['h', ..] => (isFirst ? "H" : "", 1),
        [var other, ..] => (char.ToUpperInvariant(other).ToString(), 1),
        [] => ("", 1),
    };
}
