using Assistant.Core.BuiltIn;
using Assistant.Core.CSharp;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Assistant.Tests.BuiltIn;

public sealed class EngineWarmUpTests
{
    [Fact]
    public async Task The_program_starts_and_ends_without_waiting_for_the_engine()
    {
        await using var services = new ServiceCollection().AddLogging().AddBuiltInEngine().BuildServiceProvider();
        var warmUp = services.GetServices<IHostedService>().OfType<EngineWarmUp>().Single();

        await warmUp.StartAsync(CancellationToken.None);
        var isWarm = services.GetRequiredService<CSharpEngine>().WarmUpAsync(CancellationToken.None).IsCompleted;
        await warmUp.StopAsync(CancellationToken.None);

        Assert.False(isWarm);
        Assert.False(warmUp.ExecuteTask?.IsFaulted);
    }
}
