using Assistant.Core.CSharp;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Assistant.Core.BuiltIn;

/// <summary>Warms the engine up behind the start of the program, so that the first person to press Refactor need not wait for it.</summary>
public sealed partial class EngineWarmUp(CSharpEngine csharp, TimeProvider time, ILogger<EngineWarmUp> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var started = time.GetTimestamp();
        try
        {
            await csharp.WarmUpAsync(stoppingToken);
            LogWarm((long)time.GetElapsedTime(started).TotalMilliseconds);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The program ends before the engine was ever needed.
        }
#pragma warning disable CA1031 // The program must go on without its engine, which then says so to the first person who asks it.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            LogNotWarm(failure);
        }
    }

    [LoggerMessage(LogLevel.Information, "The built-in engine is warm after {Milliseconds} ms")]
    private partial void LogWarm(long milliseconds);

    [LoggerMessage(LogLevel.Error, "The built-in engine could not be warmed up")]
    private partial void LogNotWarm(Exception failure);
}
