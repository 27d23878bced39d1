using Assistant.Core.Settings;
using Assistant.Core.Workspace.Testing.Running;
using Assistant.Tests.Installing;

namespace Assistant.Tests.Workspace.Testing;

/// <summary>Bubblewrap to test with: an installed one, or the one that apt installs. It is looked for once, when the first test that needs it is discovered.</summary>
internal static class Sandbox
{
    public const string Missing = "No bubblewrap that works: it is not installed and could not be, or this system lets nobody make namespaces.";

    private static readonly Lazy<bool> Usable = new(() => IsUsableNow || (Bubblewrap.Installed is null && Apt.Install("bubblewrap") && IsUsableNow));

    public static bool IsUsable => Usable.Value;

    private static bool IsUsableNow => new Bubblewrap(new DataOptions(), Bubblewrap.Installed).IsUsable;
}
