using System.Runtime.CompilerServices;

namespace Assistant.Tests.Conventions;

/// <summary>The repository's own files, for the rules that no compiler setting holds.</summary>
internal static class SourceFiles
{
    public static string Root { get; } = FindRoot();

    /// <summary>Paths from the root, with forward slashes.</summary>
    public static IEnumerable<string> Under(string folder, params string[] endings) =>
        Directory.EnumerateFiles(Path.Combine(Root, folder), "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Root, path).Replace('\\', '/'))
            .Where(path => !path.Split('/').Any(part => part is "bin" or "obj"))
            .Where(path => endings.Any(ending => path.EndsWith(ending, StringComparison.Ordinal)))
            .Order(StringComparer.Ordinal);

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    /// <summary>Deterministic builds map the path of this file to the root, so it is looked for upwards from the binaries.</summary>
    private static string FindRoot([CallerFilePath] string thisFile = "")
    {
        var folder = new DirectoryInfo(Path.GetDirectoryName(thisFile) is { } near && Directory.Exists(near) ? near : AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Assistant.sln")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("Assistant.sln was not found above the tests.");
        }

        return folder.FullName;
    }
}
