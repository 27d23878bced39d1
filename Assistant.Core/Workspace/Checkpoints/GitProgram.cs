using System.ComponentModel;
using System.Diagnostics;
using Assistant.Core.Workspace.Testing.Running;

namespace Assistant.Core.Workspace.Checkpoints;

/// <summary>
/// Runs git on a repository of our own over the files of a workspace. Nothing of the workspace or of the person decides what git does: no configuration but
/// ours, no hooks, no filters, no watcher, and the repository of the workspace itself is never looked at.
/// </summary>
internal sealed class GitProgram(string program, string repository, string root)
{
    // What is kept is read again at most once, so it is not compressed. Writing it through to the disk is left to the system: what a power cut takes is
    // found missing when it is asked for, and costs an undo.
    private static readonly string[] Settings =
    [
        "core.bare=false", "core.hooksPath=/dev/null", "core.fsmonitor=false", "core.autocrlf=false", "core.safecrlf=false", "core.attributesFile=/dev/null",
        "core.excludesFile=/dev/null", "core.compression=0", "core.fsync=none", "gc.auto=0", "protocol.allow=never",
    ];

    /// <summary>Where git is installed; none where it is not.</summary>
    public static string? Installed => ProgramPath.Find("git", Path.GetTempPath());

    /// <summary>What git writes. Throws <see cref="GitException"/>.</summary>
    public async Task<byte[]> RunAsync(IEnumerable<string> arguments, ReadOnlyMemory<byte> input, CancellationToken cancellationToken)
    {
        using var process = Start([.. Settings.SelectMany(setting => new[] { "-c", setting }), .. arguments]);
        var output = new MemoryStream();
        try
        {
            var reading = process.StandardOutput.BaseStream.CopyToAsync(output, cancellationToken);
            var trouble = process.StandardError.ReadToEndAsync(cancellationToken);
            await FeedAsync(process, input, cancellationToken);
            await reading;
            await process.WaitForExitAsync(cancellationToken);
            return process.ExitCode == 0 ? output.ToArray() : throw new GitException((await trouble).Trim());
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill();
            }
        }
    }

    private Process Start(IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = root,
        };
        start.Environment.Clear();
        foreach (var (name, value) in Variables)
        {
            start.Environment[name] = value;
        }

        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception failure)
        {
            throw new GitException(failure.Message, failure);
        }
    }

    private (string Name, string? Value)[] Variables =>
    [
        ("PATH", Environment.GetEnvironmentVariable("PATH")),
        ("SystemRoot", Environment.GetEnvironmentVariable("SystemRoot")),
        ("HOME", repository),
        ("LC_ALL", "C"),
        ("GIT_DIR", repository),
        ("GIT_WORK_TREE", root),
        ("GIT_CONFIG_NOSYSTEM", "1"),
        ("GIT_CONFIG_GLOBAL", "/dev/null"),
        ("GIT_ATTR_NOSYSTEM", "1"),
        ("GIT_TERMINAL_PROMPT", "0"),
    ];

    private static async Task FeedAsync(Process process, ReadOnlyMemory<byte> input, CancellationToken cancellationToken)
    {
        try
        {
            await process.StandardInput.BaseStream.WriteAsync(input, cancellationToken);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It ended before it had read all; its exit code says why.
        }
    }
}
