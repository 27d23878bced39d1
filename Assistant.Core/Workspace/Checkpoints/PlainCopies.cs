using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Assistant.Core.Settings;

namespace Assistant.Core.Workspace.Checkpoints;

/// <summary>Copies of single files as they were, one for each path, together with their permissions; also of those that were not there.</summary>
internal sealed class PlainCopies(string folder)
{
    private const string Absent = "absent";
    private const string Unknown = "file";

    /// <summary>Keeps a file as it is now, in place of what was kept of it before.</summary>
    public async Task KeepAsync(WorkspaceFiles files, WorkspacePath path, CancellationToken cancellationToken)
    {
        OwnedFolder.Create(folder);
        var (kind, content) = WorkspaceFiles.Exists(path) ? (KindOf(path), await files.ReadAsync(path, cancellationToken)) : (Absent, []);
        var draft = Path.Combine(folder, $"{Guid.NewGuid():N}.draft");
        await File.WriteAllBytesAsync(draft, content, cancellationToken);
        if (FileOf(path.Relative) is { } earlier)
        {
            File.Delete(earlier);
        }

        File.Move(draft, Path.Combine(folder, $"{NameOf(path.Relative)}.{kind}"));
    }

    /// <summary>None when it is not kept.</summary>
    public async Task<SavedFile?> FindAsync(string path, CancellationToken cancellationToken) =>
        FileOf(path) is not { } copy ? null
        : Path.GetExtension(copy)[1..] is var kind && kind == Absent ? new SavedFile(null, null)
        : new SavedFile(await File.ReadAllBytesAsync(copy, cancellationToken), PermissionsOf(kind));

    private string? FileOf(string path) => Directory.Exists(folder) ? Directory.EnumerateFiles(folder, $"{NameOf(path)}.*").FirstOrDefault() : null;

    private static string NameOf(string path) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(path)));

    // The permissions stand in the name rather than on the copy: a copy is for nobody to run.
    private static string KindOf(WorkspacePath path) =>
        OperatingSystem.IsWindows() ? Unknown : ((int)File.GetUnixFileMode(path.Full)).ToString(CultureInfo.InvariantCulture);

    private static UnixFileMode? PermissionsOf(string kind) => kind == Unknown ? null : (UnixFileMode)int.Parse(kind, CultureInfo.InvariantCulture);
}
