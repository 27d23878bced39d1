using Microsoft.CodeAnalysis;

namespace Assistant.Core.CSharp;

/// <summary>The running framework's own assemblies, which is what pasted code is compiled against.</summary>
public static class FrameworkReferences
{
    public static IReadOnlyList<MetadataReference> Load()
    {
        var trusted = (AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") as string ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        var runtime = Path.GetDirectoryName(typeof(object).Assembly.Location);
        return [.. trusted.Where(path => IsOfFramework(path, runtime)).Select(path => MetadataReference.CreateFromFile(path))];
    }

    // The program's own packages would make names known that a newcomer's project does not have.
    private static bool IsOfFramework(string path, string? runtime) =>
        Path.GetDirectoryName(path) == runtime || path.Contains("Microsoft.AspNetCore.App", StringComparison.Ordinal);
}
