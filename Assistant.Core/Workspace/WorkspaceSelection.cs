using Assistant.Core.Auditing;
using Assistant.Core.Workspace.Sample;
using Microsoft.Extensions.Options;

namespace Assistant.Core.Workspace;

/// <summary>Which folder the tools work in: the one the settings name, until another is picked. What runs goes on where it began.</summary>
public sealed class WorkspaceSelection(IOptions<WorkspaceOptions> settings, OwnPlaces own, SampleProject sample, AuditLog audit)
{
    private readonly Lazy<WorkspaceFolder> _given = new(() => WorkspaceFolder.Open(settings.Value.Root ?? sample.Create(), settings.Value.Trusted));
    private volatile WorkspaceFolder? _chosen;

    /// <summary>Another folder was picked.</summary>
    public event Action? Changed;

    /// <summary>Somebody named or picked a folder; otherwise it is the sample project.</summary>
    public bool IsOpen => settings.Value.Root is not null || _chosen is not null;

    public WorkspaceFolder Current => _chosen ?? _given.Value;

    /// <summary>Real paths. A folder that lies in one of these may be picked, and so may they.</summary>
    public IReadOnlyList<string> AllowedRoots =>
        settings.Value.AllowedRoots is { Length: > 0 } roots ? [.. roots.Select(RealPath.Of)] : [_given.Value.Root];

    /// <summary>Picks the folder at a full path. Throws <see cref="WorkspaceRefusedException"/>.</summary>
    public void Choose(Owner owner, string path)
    {
        var folder = Allowed(path);
        if (folder != Current.Root)
        {
            _chosen = new WorkspaceFolder(folder, settings.Value.Trusted && RealPath.IsWithin(folder, _given.Value.Root));
            audit.Write(new AuditEntry(AuditKind.Setting, owner, null, new Dictionary<string, string> { ["setting"] = "workspace", ["workspace"] = folder }));
            Changed?.Invoke();
        }
    }

    /// <summary>The folders right beneath an allowed one that may be picked, in their order; links are not among them. Throws as <see cref="Choose"/>.</summary>
    public IReadOnlyList<string> FoldersIn(string path) =>
    [
        .. new DirectoryInfo(Allowed(path)).EnumerateDirectories("*", new EnumerationOptions { AttributesToSkip = FileAttributes.Hidden | FileAttributes.ReparsePoint })
            .Select(folder => folder.FullName)
            .Where(folder => !own.Hold(folder))
            .Order(StringComparer.Ordinal),
    ];

    private string Allowed(string path)
    {
        if (!Path.IsPathFullyQualified(path) || path.Contains('\0', StringComparison.Ordinal) || !Directory.Exists(path))
        {
            throw new WorkspaceRefusedException("There is no such folder: write its full path.");
        }

        var real = RealPath.Of(path);
        return !AllowedRoots.Any(root => RealPath.IsWithin(real, root))
            ? throw new WorkspaceRefusedException("That folder is not beneath one of Assistant:Workspace:AllowedRoots.")
            : own.Hold(real)
            ? throw new WorkspaceRefusedException("The Assistant keeps its own data there.")
            : real;
    }
}
