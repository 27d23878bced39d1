using System.Text;

namespace Assistant.Core.Workspace.Ignoring;

/// <summary>
/// One name of a path as .gitignore writes it, with *, ? and [a-z]. Matching takes at most the pattern's length times the name's, whatever a stranger's
/// file asks for.
/// </summary>
internal sealed class NamePattern
{
    private readonly NameToken[] _tokens;
    private readonly string? _literal;
    private readonly string? _ending;

    private NamePattern(List<NameToken> tokens)
    {
        _tokens = [.. tokens];
        _literal = TextOf(_tokens);
        _ending = _tokens is [{ IsStar: true }, .. var rest] ? TextOf(rest) : null;
    }

    /// <summary>Nothing for a pattern that git lets match nothing, such as an open bracket.</summary>
    public static NamePattern? Parse(string text)
    {
        var tokens = new List<NameToken>();
        for (var index = 0; index < text.Length;)
        {
            if (NameToken.Read(text, ref index) is not { } token)
            {
                return null;
            }

            if (!token.IsStar || tokens is not [.., { IsStar: true }])
            {
                tokens.Add(token);
            }
        }

        return new NamePattern(tokens);
    }

    public bool Matches(ReadOnlySpan<char> name) =>
        _literal is not null ? name.SequenceEqual(_literal)
        : _ending is not null ? name.EndsWith(_ending, StringComparison.Ordinal)
        : MatchesTokens(name);

    // Only the last star has to be tried again: what an earlier one takes more, the last could take as well.
    private bool MatchesTokens(ReadOnlySpan<char> name)
    {
        var (at, token, star, taken) = (0, 0, -1, 0);
        while (at < name.Length)
        {
            if (token < _tokens.Length && _tokens[token].IsStar)
            {
                (star, taken) = (token++, at);
            }
            else if (token < _tokens.Length && _tokens[token].Matches(name[at]))
            {
                (at, token) = (at + 1, token + 1);
            }
            else if (star >= 0)
            {
                (at, token) = (++taken, star + 1);
            }
            else
            {
                return false;
            }
        }

        return _tokens.AsSpan(token).IndexOfAnyExcept(NameToken.Star) < 0;
    }

    private static string? TextOf(ReadOnlySpan<NameToken> tokens)
    {
        var text = new StringBuilder();
        foreach (var token in tokens)
        {
            if (token.Literal is not { } character)
            {
                return null;
            }

            text.Append(character);
        }

        return text.ToString();
    }
}
