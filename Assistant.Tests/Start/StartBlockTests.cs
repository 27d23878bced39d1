using Assistant.Web.Start;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;

namespace Assistant.Tests.Start;

public sealed class StartBlockTests
{
    [Fact]
    public void The_model_and_every_fact_stand_under_the_address()
    {
        var block = Write(new NamedModel(new("cerebras", new Uri("https://api.cerebras.ai/v1"), "gpt-oss-120b")), new StartFact("Workspace", "sample project"));

        Assert.Equal(
            """
            The Assistant is at http://localhost:5080
              Model      gpt-oss-120b at api.cerebras.ai
              Workspace  sample project
            Press Ctrl+C to stop.

            """,
            block,
            ignoreLineEndingDifferences: true);
    }

    [Fact]
    public void The_built_in_engine_is_named_as_it_names_itself() =>
        Assert.Contains("  Model  Built-in engine", Write(new NamedModel(new("Built-in engine"))), StringComparison.Ordinal);

    [Fact]
    public void Without_a_model_nothing_is_said_about_one() => Assert.DoesNotContain("Model", Write(model: null), StringComparison.Ordinal);

    private static string Write(IChatClient? model, params StartFact[] facts)
    {
        var services = new ServiceCollection();
        if (model is not null)
        {
            services.AddSingleton(model);
        }

        var output = new StringWriter();
        new StartBlock(services.BuildServiceProvider(), facts).Write(output, ["http://localhost:5080"]);
        return output.ToString();
    }

    private sealed class NamedModel(ChatClientMetadata about) : IChatClient
    {
        public object? GetService(Type serviceType, object? serviceKey = null) => serviceType == typeof(ChatClientMetadata) ? about : null;

        public Task<ChatResponse> GetResponseAsync(
            IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
            IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public void Dispose()
        {
        }
    }
}
