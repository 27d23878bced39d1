namespace Assistant.Core.Workspace.Ignoring;

/// <summary>
/// What the .gitignore files from the root down to one folder leave out, by the rules of gitignore(5): the deepest file that says something about a path
/// decides, and in it the last line.
/// </summary>
internal sealed class IgnoreRules
{
    public const string FileName = ".gitignore";

    private readonly IgnoreRules? _above;
    private readonly IgnorePattern[] _patterns;
    private readonly int _start;

    private IgnoreRules(IgnoreRules? above, string text, string folder)
    {
        _above = above;
        _patterns = [.. text.TrimStart('\uFEFF').Split('\n').Select(IgnorePattern.Parse).OfType<IgnorePattern>().Reverse()];
        _start = folder.Length == 0 ? 0 : folder.Length + 1;
    }

    /// <summary>What nobody wrote by hand, whether or not a .gitignore file says so; one that wants a folder of such a name has only to say "!bin/".</summary>
    public static IgnoreRules BuiltIn { get; } = new(
        above: null,
        """
        .hg/
        .svn/
        .idea/
        .vs/
        bin/
        obj/
        node_modules/
        __pycache__/
        .venv/
        .tox/
        .pytest_cache/
        .mypy_cache/
        .gradle/
        .next/
        .DS_Store
        """,
        folder: "");

    /// <summary>These rules, and below <paramref name="folder"/> (relative to the root) also those of its own file.</summary>
    public IgnoreRules With(string text, string folder) => new(this, text, folder);

    /// <param name="path">From the root. The folders above it are taken not to be ignored.</param>
    public bool Ignore(string path, bool isFolder)
    {
        for (var rules = this; rules is not null; rules = rules._above)
        {
            foreach (var pattern in rules._patterns)
            {
                if (pattern.Matches(path.AsSpan(rules._start), isFolder))
                {
                    return !pattern.IsNegated;
                }
            }
        }

        return false;
    }
}
