using System.Reflection;
using Assistant.Core.Settings;
using Microsoft.Extensions.Options;

namespace Assistant.Core.Workspace.Sample;

/// <summary>A small C# solution to try the tools on, for whoever has named no workspace. It is written once and then belongs to the person.</summary>
public sealed class SampleProject(IOptions<DataOptions> data)
{
    public const string FolderName = "sample";

    // The name that Assistant.Core.csproj gives each file of Sample/Project; without the last part, which keeps the build from compiling them.
    private const string Prefix = "sample/";
    private const string Suffix = ".txt";

    /// <summary>Writes the project unless it is there, and returns its folder.</summary>
    public string Create()
    {
        var folder = data.Value.PathOf(FolderName);
        if (Directory.Exists(folder))
        {
            return folder;
        }

        // Never half a project: it is moved into place when it is whole.
        var making = OwnedFolder.Create($"{folder}.{Guid.NewGuid():N}");
        foreach (var name in Assembly.GetExecutingAssembly().GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)))
        {
            Write(name, Path.Combine(making.FullName, name[Prefix.Length..^Suffix.Length].Replace('\\', '/')));
        }

        try
        {
            making.MoveTo(folder);
        }
        catch (IOException) when (Directory.Exists(folder))
        {
            // Somebody else was faster.
            making.Delete(recursive: true);
        }

        return folder;
    }

    private static void Write(string resource, string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var from = Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)!;
        using var to = File.Create(path);
        from.CopyTo(to);
    }
}
