using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Assistant.Bench.Pages;

/// <summary>A server as its own process on a free port, so that its processor time is nobody else's.</summary>
internal sealed partial class ServerProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly DirectoryInfo? _ownData;
    private readonly Process _process;

    private ServerProcess(DirectoryInfo? data, string program, string folder, params string[] arguments)
    {
        _ownData = data is null ? Directory.CreateTempSubdirectory("assistant-bench-") : null;
        _process = Process.Start(new ProcessStartInfo("dotnet", [program, .. arguments])
        {
            Environment = { ["Assistant__Data"] = (data ?? _ownData!).FullName },
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
        })!;
    }

    public Uri Address { get; private set; } = new("http://127.0.0.1");

    public int Id => _process.Id;

    /// <summary>The processor time it has used so far.</summary>
    public TimeSpan ProcessorTime => Refreshed().TotalProcessorTime;

    /// <summary>In bytes.</summary>
    public long WorkingSet => Refreshed().WorkingSet64;

    /// <summary>The Assistant: the build beside the bench's, with a data folder of its own unless one is given.</summary>
    /// <param name="more">Further arguments, as on the command line.</param>
    public static Task<ServerProcess> StartAssistantAsync(Uri model, string modelName, DirectoryInfo? data = null, params string[] more) => StartAsync(() =>
        new ServerProcess(
            data, WebBuild(), WebFolder(), ["--urls", "http://127.0.0.1:0", "--Assistant:Model:Endpoint", model.ToString(), "--Assistant:Model:Name", modelName, .. more]));

    /// <summary>The pages it is compared with.</summary>
    public static Task<ServerProcess> StartPlainPagesAsync(Uri model, string modelName) => StartAsync(() =>
        new ServerProcess(null, typeof(ServerProcess).Assembly.Location, WebFolder(), "plain", model.ToString(), modelName));

    /// <summary>Ends it with no chance to do anything about it.</summary>
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

    private static async Task<ServerProcess> StartAsync(Func<ServerProcess> start)
    {
        var server = start();
        try
        {
            server.Address = await server.ReadAddressAsync();
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    private async Task<Uri> ReadAddressAsync()
    {
        using var limit = new CancellationTokenSource(Patience);
        var block = "";
        while (await _process.StandardOutput.ReadLineAsync(limit.Token) is { } line)
        {
            block += line;
            if (line.StartsWith("Press ", StringComparison.Ordinal))
            {
                _ = PassOnAsync();
                return new Uri(Listening().Match(block).Value);
            }
        }

        throw new InvalidOperationException("The server did not start.");
    }

    /// <summary>Warnings are worth reading beside the numbers, and a full pipe would stop the process.</summary>
    private async Task PassOnAsync()
    {
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            await Console.Error.WriteLineAsync(line);
        }
    }

    private Process Refreshed()
    {
        _process.Refresh();
        return _process;
    }

    private static string WebFolder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Assistant.sln")))
            {
                return Path.Combine(folder.FullName, "Assistant.Web");
            }
        }

        throw new DirectoryNotFoundException("Assistant.sln was not found above the bench.");
    }

    /// <summary>The same configuration and framework as the bench's own: …/bin/Release/net10.0.</summary>
    private static string WebBuild()
    {
        var own = new DirectoryInfo(AppContext.BaseDirectory);
        return Path.Combine(WebFolder(), "bin", own.Parent!.Name, own.Name, "Assistant.Web.dll");
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+")]
    private static partial Regex Listening();
}
