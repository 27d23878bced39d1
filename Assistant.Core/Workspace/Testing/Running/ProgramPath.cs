namespace Assistant.Core.Workspace.Testing.Running;

/// <summary>
/// Where programs lie: in the folders of PATH and nowhere else. Left to itself, .NET would look in the folder it happens to be in first.
/// </summary>
internal static class ProgramPath
{
    private static readonly string[] Endings = OperatingSystem.IsWindows() ? [".exe", ".cmd", ".bat"] : [""];

    /// <summary>None when it is not installed. A name with a folder in it is meant from <paramref name="root"/>.</summary>
    public static string? Find(string program, string root) =>
        program.AsSpan().ContainsAny('/', Path.DirectorySeparatorChar) ? Existing(Path.Combine(root, program))
        : Folders.Select(folder => Existing(Path.Combine(folder, program))).FirstOrDefault(path => path is not null);

    public static IEnumerable<string> Folders =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Where(Path.IsPathFullyQualified);

    private static string? Existing(string path) => Endings.Select(ending => path + ending).FirstOrDefault(File.Exists);
}
