using System.Buffers;
using Assistant.Core.Tools;

namespace Assistant.Core.Workspace.Files;

/// <summary>Turns a path as a model writes it into a real place in the workspace, or says why it is none. Throws <see cref="ToolException"/>.</summary>
internal sealed class PathResolver(WorkspaceFolder folder, OwnPlaces own)
{
    // Windows takes these for other names than they seem, so they would be let through under one name and opened under another.
    private static readonly SearchValues<char> ForeignCharacters = SearchValues.Create(":<>\"|?*");

    public WorkspacePath Resolve(string path)
    {
        var parts = PartsOf(path);
        var real = RealPathOf(path, Path.Combine([folder.Root, .. parts]));
        if (!RealPath.IsWithin(real, folder.Root))
        {
            throw new ToolException($"{path} leads out of the workspace through a link.");
        }

        var relative = Path.GetRelativePath(folder.Root, real).Replace(Path.DirectorySeparatorChar, '/');
        if (parts.Concat(relative.Split('/')).Any(IsGit))
        {
            throw new ToolException($"{path} belongs to git, and no tool touches that.");
        }

        return own.Hold(real)
            ? throw new ToolException($"{path} belongs to the Assistant itself, and no tool touches that.")
            : new WorkspacePath(relative == "." ? "" : relative, real);
    }

    /// <summary>Whether this is the name of git's own folder, also as file systems that know no capitals or drop what ends a name would take it.</summary>
    public static bool IsGit(string name) =>
        name.TrimEnd(' ', '.').Equals(".git", StringComparison.OrdinalIgnoreCase) || name.Equals("git~1", StringComparison.OrdinalIgnoreCase);

    private static string[] PartsOf(string path)
    {
        if (path.StartsWith('/') || Path.IsPathRooted(path))
        {
            throw new ToolException($"{path} is an absolute path: write it relative to the workspace, such as src/Program.cs.");
        }

        var parts = path.Split('/', StringSplitOptions.RemoveEmptyEntries).Where(part => part != ".").ToArray();
        return parts.Contains("..") ? throw new ToolException($"{path} goes up with \"..\": write it relative to the workspace, without.")
            : path.Contains('\\', StringComparison.Ordinal) ? throw new ToolException($"{path} has a backslash: write / between folders.")
            : parts.Any(IsForeign) ? throw new ToolException("That path has a character in it that no file name should have.")
            : parts;
    }

    private static bool IsForeign(string part) =>
        part.Any(char.IsControl) || (OperatingSystem.IsWindows() && (part.AsSpan().ContainsAny(ForeignCharacters) || part.EndsWith('.') || part.EndsWith(' ')));

    private static string RealPathOf(string path, string full)
    {
        try
        {
            return RealPath.Of(full);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new ToolException($"{path} cannot be followed: its links lead in a circle, or it may not be looked at.");
        }
    }
}
