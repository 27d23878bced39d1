using System.Collections.Immutable;
using System.Text.Json;
using Assistant.Core.Auditing;
using Assistant.Core.Settings;
using Microsoft.Extensions.Options;

namespace Assistant.Core.Workspace.Testing;

/// <summary>
/// The workspaces in which a person agreed that tests run as they are, where there is no bubblewrap to hold them. Kept in the data folder, which no tool
/// writes to.
/// </summary>
public sealed class AgreedWorkspaces(IOptions<DataOptions> data, AuditLog audit)
{
    private readonly Lock _gate = new();
    private ImmutableSortedSet<string>? _roots;

    private string File => data.Value.PathOf("agreed-workspaces.json");

    public bool Hold(WorkspaceFolder folder)
    {
        lock (_gate)
        {
            return Roots().Contains(folder.Root);
        }
    }

    public void Agree(Owner owner, WorkspaceFolder folder) => Keep(owner, "agreed", folder, roots => roots.Add(folder.Root));

    public void Withdraw(Owner owner, WorkspaceFolder folder) => Keep(owner, "withdrawn", folder, roots => roots.Remove(folder.Root));

    // A file that cannot be read agrees to nothing.
    private ImmutableSortedSet<string> Roots()
    {
        if (_roots is null)
        {
            try
            {
                _roots = [.. JsonSerializer.Deserialize<string[]>(System.IO.File.ReadAllBytes(File)) ?? []];
            }
            catch (Exception failure) when (failure is JsonException or IOException or UnauthorizedAccessException)
            {
                _roots = [];
            }
        }

        return _roots;
    }

    private void Keep(Owner owner, string decision, WorkspaceFolder folder, Func<ImmutableSortedSet<string>, ImmutableSortedSet<string>> change)
    {
        lock (_gate)
        {
            _roots = change(Roots());
            var draft = $"{File}.{Guid.NewGuid():N}";
            System.IO.File.WriteAllBytes(draft, JsonSerializer.SerializeToUtf8Bytes(_roots));
            System.IO.File.Move(draft, File, overwrite: true);
        }

        audit.Write(new AuditEntry(AuditKind.Setting, owner, null, new Dictionary<string, string>
        {
            ["setting"] = "tests without a sandbox",
            ["decision"] = decision,
            ["workspace"] = folder.Root,
        }));
    }
}
