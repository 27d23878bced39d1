using System.Diagnostics;

namespace Assistant.Tests.Start;

/// <summary>The Assistant as its own process, for what only a process shows: what it prints, and its exit code.</summary>
internal sealed class AssistantProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("assistant-test-");
    private readonly Process _process;

    public AssistantProcess(string arguments = "", params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo("dotnet", $"\"{typeof(Program).Assembly.Location}\" {arguments}")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = AppContext.BaseDirectory,
        };
        start.Environment["Assistant__Data"] = _data.FullName;
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        _process = Process.Start(start)!;
    }

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

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        _data.Delete(recursive: true);
    }
}
