using Assistant.Core.Delivery;
using Assistant.Core.Generate;
using Assistant.Core.Replies;
using Assistant.Tests.Fakes;
using Microsoft.Extensions.DependencyInjection;

namespace Assistant.Tests.Generate;

public sealed class GenerateServiceTests
{
    [Theory]
    [InlineData(DeliveryChoice.Auto, true)]
    [InlineData(DeliveryChoice.Stream, true)]
    [InlineData(DeliveryChoice.Sync, false)]
    public async Task The_caller_may_choose_how_a_long_answer_comes(DeliveryChoice choice, bool isStreamed)
    {
        var model = new ScriptedModel(["class Cache;"]);
        await using var services = TestServices.Create(model, new ManualTime());
        await using var scope = services.CreateAsyncScope();
        var reply = new Reply(new ManualTime());

        await scope.ServiceProvider.GetRequiredService<GenerateService>()
            .WriteAsync(new Generation("Implement a cache", Choice: choice), reply, CancellationToken.None);

        Assert.Equal(isStreamed, Assert.Single(model.Calls).IsStreamed);
        Assert.Equal("class Cache;", reply.Text);
    }
}
