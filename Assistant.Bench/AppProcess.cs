using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Assistant.Bench;

/// <summary>The Assistant as its own process: the build beside the bench's, on a free port, with a data folder of its own.</summary>
internal sealed partial class AppProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("assistant-bench-");
    private readonly Process _process;

    private AppProcess(Uri model, string modelName)
    {
        var folder = WebFolder();
        _process = Process.Start(new ProcessStartInfo("dotnet")
        {
            ArgumentList =
            {
                WebBuild(folder), "--urls", "http://127.0.0.1:0", "--Assistant:Data", _data.FullName,
                "--Assistant:Model:Endpoint", model.ToString(), "--Assistant:Model:Name", modelName,
            },
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
        })!;
    }

    public Uri Address { get; private set; } = new("http://127.0.0.1");

    /// <summary>The processor time it has used so far.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    public static async Task<AppProcess> StartAsync(Uri model, string modelName)
    {
        var app = new AppProcess(model, modelName);
        try
        {
            app.Address = await app.ReadAddressAsync();
            return app;
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        _data.Delete(recursive: true);
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

        throw new InvalidOperationException("The Assistant did not start.");
    }

    /// <summary>Warnings are worth reading beside the numbers, and a full pipe would stop the process.</summary>
    private async Task PassOnAsync()
    {
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            await Console.Error.WriteLineAsync(line);
        }
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
    private static string WebBuild(string folder)
    {
        var own = new DirectoryInfo(AppContext.BaseDirectory);
        return Path.Combine(folder, "bin", own.Parent!.Name, own.Name, "Assistant.Web.dll");
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+")]
    private static partial Regex Listening();
}
