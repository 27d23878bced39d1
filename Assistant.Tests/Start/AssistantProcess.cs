using System.Diagnostics;

namespace Assistant.Tests.Start;

/// <summary>The Assistant as its own process, for what only a process shows: what it prints, and its exit code.</summary>
internal sealed class AssistantProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly DirectoryInfo? _ownData;
    private readonly Process _process;

    public AssistantProcess(string arguments = "", params (string Name, string Value)[] environment)
        : this(null, arguments, environment)
    {
    }

    /// <param name="data">A data folder that outlives the process; none for one of its own.</param>
    public AssistantProcess(DirectoryInfo? data, string arguments = "", params (string Name, string Value)[] environment)
        : this(data, arguments, environment, AppContext.BaseDirectory)
    {
    }

    private AssistantProcess(DirectoryInfo? data, string arguments, (string Name, string Value)[] environment, string folder)
    {
        _ownData = data is null ? Directory.CreateTempSubdirectory("assistant-test-") : null;
        var start = new ProcessStartInfo("dotnet", $"\"{typeof(Program).Assembly.Location}\" {arguments}")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
        };
        start.Environment["Assistant__Data"] = (data ?? _ownData!).FullName;
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        _process = Process.Start(start)!;
    }

    /// <summary>With data of its own, from another folder.</summary>
    public static AssistantProcess StartedIn(DirectoryInfo folder, string arguments) => new(null, arguments, [], folder.FullName);

    /// <summary>What it prints once it listens, up to the line that says how to stop it.</summary>
    public async Task<string> ReadStartBlockAsync()
    {
        using var limit = new CancellationTokenSource(Patience);
        var lines = new List<string>();
        while (await _process.StandardOutput.ReadLineAsync(limit.Token) is { } line)
        {
            lines.Add(line);
            if (line.StartsWith("Press ", StringComparison.Ordinal))
            {
                break;
            }
        }

        return string.Join('\n', lines);
    }

    public async Task<(int ExitCode, string Output, string Error)> RunToEndAsync()
    {
        using var limit = new CancellationTokenSource(Patience);
        var output = _process.StandardOutput.ReadToEndAsync(limit.Token);
        var error = _process.StandardError.ReadToEndAsync(limit.Token);
        await _process.WaitForExitAsync(limit.Token);
        return (_process.ExitCode, await output, await error);
    }

    /// <summary>Ends it with no chance to do anything about it (SIGKILL).</summary>
    public async Task KillAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _process.Dispose();
        _ownData?.Delete(recursive: true);
    }
}
