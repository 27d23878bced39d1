namespace Assistant.Core.Workspace.Ignoring;

/// <summary>One line of a .gitignore file.</summary>
internal sealed class IgnorePattern
{
    // One for each name of the path; nothing stands for **.
    private readonly NamePattern?[] _names;
    private readonly bool _isForFoldersOnly;
    private readonly bool _isForAnyDepth;

    private IgnorePattern(NamePattern?[] names, bool isNegated, bool isForFoldersOnly, bool isForAnyDepth)
    {
        _names = names;
        IsNegated = isNegated;
        _isForFoldersOnly = isForFoldersOnly;
        _isForAnyDepth = isForAnyDepth;
    }

    /// <summary>What matches is not ignored after all.</summary>
    public bool IsNegated { get; }

    /// <summary>Nothing for an empty line, a comment, and what git lets match nothing.</summary>
    public static IgnorePattern? Parse(string line)
    {
        var text = WithoutTrailingSpaces(line);
        var isComment = text.StartsWith('#');
        var isNegated = text.StartsWith('!');
        text = isNegated ? text[1..] : text;
        var isForFoldersOnly = text.EndsWith('/');
        text = isForFoldersOnly ? text[..^1] : text;
        var isForAnyDepth = !text.Contains('/', StringComparison.Ordinal);
        text = text.StartsWith('/') ? text[1..] : text;
        if (isComment || text.Length == 0)
        {
            return null;
        }

        var parts = text.Split('/');
        var names = parts.Select(part => IsAnyFolders(part) && !isForAnyDepth ? null : NamePattern.Parse(part)).ToArray();
        return names.Zip(parts).Any(pair => pair.First is null && !IsAnyFolders(pair.Second))
            ? null
            : new IgnorePattern(names, isNegated, isForFoldersOnly, isForAnyDepth);
    }

    /// <param name="path">From the folder of the .gitignore file, with forward slashes.</param>
    public bool Matches(ReadOnlySpan<char> path, bool isFolder) =>
        (isFolder || !_isForFoldersOnly)
        && (_isForAnyDepth ? _names[0]!.Matches(path[(path.LastIndexOf('/') + 1)..]) : MatchesNames(path));

    // As in NamePattern: only the last ** has to be tried again. At the end it needs something to stand for.
    private bool MatchesNames(ReadOnlySpan<char> path)
    {
        var (at, name, any, taken) = (0, 0, -1, 0);
        while (at < path.Length)
        {
            if (name < _names.Length && _names[name] is null)
            {
                (any, taken) = (name++, at);
            }
            else if (name == _names.Length && any == name - 1)
            {
                return true;
            }
            else if (name < _names.Length && _names[name]!.Matches(path[at..EndOfName(path, at)]))
            {
                (at, name) = (NextName(path, at), name + 1);
            }
            else if (any >= 0)
            {
                taken = NextName(path, taken);
                (at, name) = (taken, any + 1);
            }
            else
            {
                return false;
            }
        }

        return name == _names.Length && name > 0 && _names[name - 1] is not null;
    }

    private static int EndOfName(ReadOnlySpan<char> path, int start) => path[start..].IndexOf('/') is var length && length < 0 ? path.Length : start + length;

    private static int NextName(ReadOnlySpan<char> path, int start) => Math.Min(EndOfName(path, start) + 1, path.Length);

    private static bool IsAnyFolders(string part) => part.Length >= 2 && part.All(character => character == '*');

    private static string WithoutTrailingSpaces(string line)
    {
        var text = line.EndsWith('\r') ? line[..^1] : line;
        var end = text.Length;
        while (end > 0 && text[end - 1] == ' ' && !IsEscaped(text, end - 1))
        {
            end--;
        }

        return text[..end];
    }

    private static bool IsEscaped(string text, int index)
    {
        var slashes = 0;
        while (index > slashes && text[index - 1 - slashes] == '\\')
        {
            slashes++;
        }

        return slashes % 2 == 1;
    }
}
