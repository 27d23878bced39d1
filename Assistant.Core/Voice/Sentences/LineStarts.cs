namespace Assistant.Core.Voice.Sentences;

/// <summary>Tells what a line begins by its first characters (CommonMark 0.31, section 4 and 5).</summary>
internal static class LineStarts
{
    private const int MostLevels = 6;
    private const int MostDigits = 9;

    /// <param name="line">What there is of the line, without the white space in front.</param>
    public static LineStart Of(ReadOnlySpan<char> line) => line switch
    {
        ['>', ..] => LineStart.Quote,
        ['|', ..] => LineStart.Row,
        ['#', ..] => After(line, line.IndexOfAnyExcept('#'), MostLevels, LineStart.Heading),
        ['-' or '*' or '+'] or ['`' or '~'] or ['`', '`'] or ['~', '~'] => LineStart.Unknown,
        ['-' or '*' or '+', ' ' or '\t', ..] => LineStart.Item,
        ['`', '`', '`', ..] or ['~', '~', '~', ..] => LineStart.Fence,
        [>= '0' and <= '9', ..] => Numbered(line, line.IndexOfAnyExceptInRange('0', '9')),
        _ => LineStart.Text,
    };

    private static LineStart Numbered(ReadOnlySpan<char> line, int digits) =>
        digits < 0 ? After(line, digits, MostDigits, LineStart.Unknown)
        : digits > MostDigits || line[digits] is not ('.' or ')') ? LineStart.Text
        : After(line[1..], line.Length == digits + 1 ? -1 : digits, MostDigits, line is ['1', '.' or ')', ..] ? LineStart.Item : LineStart.LaterItem);

    // What has to be followed by white space, and may have only so many characters.
    private static LineStart After(ReadOnlySpan<char> line, int length, int most, LineStart start) =>
        length < 0 ? (line.Length > most ? LineStart.Text : LineStart.Unknown)
        : length <= most && line[length] is ' ' or '\t' ? start
        : LineStart.Text;
}
