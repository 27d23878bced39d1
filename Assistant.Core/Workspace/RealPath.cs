namespace Assistant.Core.Workspace;

/// <summary>Where a path leads once every link in it is followed, also those in the middle, which .NET's own means leave in place.</summary>
internal static class RealPath
{
    // As many as Linux follows.
    private const int MostLinks = 40;

    private static readonly char[] Separators = [Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar];

    /// <summary>What does not exist is taken as it is written. Throws <see cref="IOException"/> for links that lead in a circle.</summary>
    public static string Of(string path)
    {
        var full = Path.GetFullPath(path);
        var real = Path.GetPathRoot(full)!;
        var ahead = new Stack<string>(PartsOf(full[real.Length..]).Reverse());
        for (var links = 0; ahead.TryPop(out var part);)
        {
            var next = part == ".." ? Path.GetDirectoryName(real) ?? real : Path.Combine(real, part);
            if (part == ".." || new FileInfo(next).LinkTarget is not { } target)
            {
                real = next;
                continue;
            }

            if (++links > MostLinks)
            {
                throw new IOException("Too many links.");
            }

            var start = Path.IsPathRooted(target) ? Path.GetPathRoot(target)! : "";
            real = start.Length > 0 ? start : real;
            foreach (var step in PartsOf(target[start.Length..]).Reverse())
            {
                ahead.Push(step);
            }
        }

        return real;
    }

    /// <summary>Whether <paramref name="path"/> is <paramref name="folder"/> or lies in it. Both are real: "/ws-evil" does not lie in "/ws".</summary>
    public static bool IsWithin(string path, string folder) =>
        path.StartsWith(folder, Comparison) && (path.Length == folder.Length || Path.EndsInDirectorySeparator(folder) || Separators.Contains(path[folder.Length]));

    private static StringComparison Comparison => OperatingSystem.IsLinux() ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;

    private static IEnumerable<string> PartsOf(string path) => path.Split(Separators, StringSplitOptions.RemoveEmptyEntries).Where(part => part != ".");
}
