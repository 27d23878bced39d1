using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;

namespace Assistant.Core.Workspace.Testing;

/// <summary>Finds what runs a workspace's tests: the setting, or else the first that fits of what the workspace holds. Nothing is run for it.</summary>
public sealed partial class TestCommandFinder(IOptions<TestOptions> options)
{
    // A project file or a manifest is far smaller; what is larger is none.
    private const int LargestFile = 1024 * 1024;

    // Solutions and test projects stand in the root or not far below: "tests/Shop.Tests/Shop.Tests.csproj".
    private const int ProjectDepth = 3;

    private static readonly string[] PytestFiles = ["pytest.ini", "conftest.py", "tests/conftest.py"];

    // Of a virtual environment in the workspace.
    private static readonly string[] OwnPythons = [".venv/bin/python", "venv/bin/python", ".venv/Scripts/python.exe", "venv/Scripts/python.exe"];

    private static readonly string[] Makefiles = ["GNUmakefile", "makefile", "Makefile"];

    /// <summary>None when nothing in the workspace says how it is tested.</summary>
    public TestCommand? Find(WorkspaceFolder folder)
    {
        if (options.Value.TestCommand is { } given)
        {
            return TestCommand.Parse(given);
        }

        var root = new DirectoryInfo(folder.Root);
        return DotNet(root) ?? Node(root) ?? Pytest(root) ?? Go(root) ?? Cargo(root) ?? Make(root);
    }

    private static TestCommand? DotNet(DirectoryInfo root)
    {
        var target = Solution(Files(root, 0)) ?? Project(Files(root, 0)) ?? Solution(Files(root, ProjectDepth)) ?? TestProject(Files(root, ProjectDepth));
        return target is null ? null : TestCommand.Of(TestKind.DotNet, "dotnet", "test", Path.GetRelativePath(root.FullName, target).Replace('\\', '/'));
    }

    private static string? Solution(IEnumerable<string> files) => files.FirstOrDefault(file => Ends(file, ".sln", ".slnx"));

    private static string? Project(IEnumerable<string> files) => files.FirstOrDefault(file => Ends(file, ".csproj"));

    private static string? TestProject(IEnumerable<string> files) =>
        files.Where(file => Ends(file, ".csproj")).FirstOrDefault(file => TestPackage().IsMatch(Read(file)));

    private static TestCommand? Node(DirectoryInfo root)
    {
        var script = TestScript(Manifest(root.FullName));
        var manager = Has(root, "pnpm-lock.yaml") ? "pnpm" : Has(root, "yarn.lock") ? "yarn" : "npm";
        return script is null ? null : TestCommand.Of(TestKind.Node, manager, "test");
    }

    /// <summary>What "npm test" runs; none where it runs nothing.</summary>
    internal static string? TestScriptOf(WorkspaceFolder folder) => TestScript(Manifest(folder.Root));

    private static string Manifest(string root) => Read(Path.Combine(root, "package.json"));

    /// <summary>The script named "test" of a package.json; none also where it is the one that npm writes into every new file and that only fails.</summary>
    private static string? TestScript(string manifest)
    {
        try
        {
            using var json = JsonDocument.Parse(manifest);
            return json.RootElement is { ValueKind: JsonValueKind.Object } root
                && root.TryGetProperty("scripts", out var scripts) && scripts.ValueKind == JsonValueKind.Object
                && scripts.TryGetProperty("test", out var test) && test.GetString() is { Length: > 0 } script
                && !script.Contains("no test specified", StringComparison.Ordinal)
                ? script
                : null;
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException)
        {
            // Not a manifest as npm reads it.
            return null;
        }
    }

    private static TestCommand? Pytest(DirectoryInfo root)
    {
        var isMeant = PytestFiles.Any(file => Has(root, file))
            || Read(Path.Combine(root.FullName, "pyproject.toml")).Contains("[tool.pytest", StringComparison.Ordinal)
            || Read(Path.Combine(root.FullName, "setup.cfg")).Contains("[tool:pytest]", StringComparison.Ordinal)
            || Read(Path.Combine(root.FullName, "tox.ini")).Contains("[pytest]", StringComparison.Ordinal)
            || Files(root, 2).Any(file => PythonTest().IsMatch(Path.GetFileName(file)));
        var python = OwnPythons.FirstOrDefault(path => Has(root, path)) ?? (OperatingSystem.IsWindows() ? "python" : "python3");
        return isMeant ? TestCommand.Of(TestKind.Pytest, python, "-m", "pytest") : null;
    }

    private static TestCommand? Go(DirectoryInfo root) => Has(root, "go.mod") ? TestCommand.Of(TestKind.Go, "go", "test", "./...") : null;

    private static TestCommand? Cargo(DirectoryInfo root) => Has(root, "Cargo.toml") ? TestCommand.Of(TestKind.Cargo, "cargo", "test") : null;

    private static TestCommand? Make(DirectoryInfo root) =>
        Makefiles.Any(file => TestTarget().IsMatch(Read(Path.Combine(root.FullName, file))))
            ? TestCommand.Of(TestKind.Other, "make", "test")
            : null;

    // The nearer the root the earlier, and otherwise by name, so that it is the same file on every machine.
    private static IEnumerable<string> Files(DirectoryInfo root, int depth) =>
        Directory.EnumerateFiles(root.FullName, "*", new EnumerationOptions
        {
            RecurseSubdirectories = depth > 0,
            MaxRecursionDepth = depth,
            AttributesToSkip = FileAttributes.ReparsePoint | FileAttributes.Hidden,
            IgnoreInaccessible = true,
        }).OrderBy(file => file.Count(sign => sign == Path.DirectorySeparatorChar)).ThenBy(file => file, StringComparer.Ordinal);

    private static bool Has(DirectoryInfo root, string path) => File.Exists(Path.Combine(root.FullName, path));

    private static bool Ends(string file, params string[] endings) => endings.Any(ending => file.EndsWith(ending, StringComparison.OrdinalIgnoreCase));

    private static string Read(string path) => new FileInfo(path) is { Exists: true, Length: <= LargestFile, LinkTarget: null } file ? File.ReadAllText(file.FullName) : "";

    [GeneratedRegex("Microsoft\\.NET\\.Test\\.Sdk|MSTest\\.Sdk|<IsTestProject>true", RegexOptions.IgnoreCase)]
    private static partial Regex TestPackage();

    [GeneratedRegex(@"^(test_.*|.*_test)\.py$")]
    private static partial Regex PythonTest();

    [GeneratedRegex(@"^test\s*:(?!=)", RegexOptions.Multiline)]
    private static partial Regex TestTarget();
}
