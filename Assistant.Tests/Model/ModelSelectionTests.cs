using Assistant.Core.Model;
using Assistant.Tests.Fakes;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Assistant.Tests.Model;

public sealed class ModelSelectionTests
{
    private readonly ScriptedModel _builtIn = new(["From the engine."]) { ModelId = "Built-in engine" };

    [Fact]
    public async Task Without_an_endpoint_the_engine_answers_and_is_named()
    {
        var selection = Select(new ModelOptions());
        using var client = new SelectedChatClient(selection, _builtIn);

        Assert.Equal("From the engine.", (await client.GetResponseAsync("Hello")).Text);
        Assert.Equal("Built-in engine", await new ModelInUse(selection, client).NameAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Another_choice_counts_from_the_next_call_on()
    {
        await using var server = await FakeModelServer.StartAsync();
        server.Enqueue(FakeReply.Text("From the endpoint."));
        var selection = Select(new ModelOptions());
        using var client = new SelectedChatClient(selection, _builtIn);

        selection.Use(new ModelOptions { Endpoint = server.Endpoint });
        Assert.Equal("From the endpoint.", (await client.GetResponseAsync("Hello")).Text);
        Assert.Equal("fake-2000", await new ModelInUse(selection, client).NameAsync(CancellationToken.None));

        selection.Use(new ModelOptions());
        Assert.Equal("From the engine.", (await client.GetResponseAsync("Hello")).Text);
    }

    [Fact]
    public async Task A_model_that_cannot_be_asked_for_its_name_is_described_by_its_address()
    {
        var selection = Select(new ModelOptions { Endpoint = new Uri("http://127.0.0.1:9") });
        using var client = new SelectedChatClient(selection, _builtIn);

        Assert.Equal(new ModelLabel("No answer", "127.0.0.1:9", Answers: false), await new ModelInUse(selection, client).DescribeAsync(CancellationToken.None));
    }

    private static ModelSelection Select(ModelOptions options) => new(Options.Create(options), TimeProvider.System, NullLoggerFactory.Instance);
}
