using System.Net;
using System.Text;
using Assistant.Core.Model;

namespace Assistant.Tests.Model;

public sealed class ModelCatalogTests
{
    [Theory]
    [InlineData("""{"object":"list","data":[{"id":"a"},{"id":"b"},{"id":"a"}]}""")]
    [InlineData("""[{"id":"a"},{"id":"b"}]""")]
    [InlineData("""{"models":[{"name":"a"},{"model":"b"},{}]}""")]
    [InlineData("""{"data":["a","b",null]}""")]
    public async Task Models_are_listed_however_the_endpoint_writes_them(string body) => Assert.Equal(["a", "b"], await Catalog(body).ListAsync(CancellationToken.None));

    [Fact]
    public async Task Without_an_endpoint_there_are_no_models()
    {
        using var connection = new ModelConnection(new ModelOptions());

        Assert.Empty(await new ModelCatalog(connection, TimeProvider.System).ListAsync(CancellationToken.None));
    }

    [Theory]
    [InlineData("whisper-large", "text-embedding-3-small", "gpt-image-1", "tts-1", "omni-moderation-latest", "gpt-4o-transcribe", "bge-rerank", "chat-1")]
    [InlineData("chat-1", "chat-2")]
    public async Task Without_a_name_the_first_model_that_can_chat_is_used(params string[] models)
    {
        var (name, _) = Name($$"""{"data":[{{string.Join(',', models.Select(model => $$"""{"id":"{{model}}"}"""))}}]}""");

        Assert.Null(name.Known);
        Assert.Equal("chat-1", await name.GetAsync(CancellationToken.None));
        Assert.Equal("chat-1", name.Known);
    }

    [Fact]
    public async Task The_endpoint_is_asked_once()
    {
        var (name, handler) = Name("""{"data":[{"id":"a"}]}""");

        await name.GetAsync(CancellationToken.None);
        await name.GetAsync(CancellationToken.None);

        Assert.Single(handler.Requests);
    }

    [Fact]
    public async Task A_failure_is_not_remembered()
    {
        var body = "";
        using var handler = new WireHandler(() => WireStream.Of(Encoding.UTF8.GetBytes(body)));
        using var connection = new ModelConnection(new ModelOptions { Endpoint = Wire.Options.Endpoint }, handler);
        var name = new ModelName(connection, new ModelCatalog(connection, TimeProvider.System));

        var failure = await Assert.ThrowsAsync<ModelException>(async () => await name.GetAsync(CancellationToken.None));
        body = """{"data":[{"id":"a"}]}""";

        Assert.Equal(ModelFault.BadResponse, failure.Kind);
        Assert.Equal("a", await name.GetAsync(CancellationToken.None));
    }

    [Theory]
    [InlineData(200, """{"data":[]}""")]
    [InlineData(200, """{"data":[{"id":"text-embedding-3"}]}""")]
    [InlineData(404, "not found")]
    public async Task With_no_model_to_use_the_sentence_says_which_setting_names_one(int status, string body)
    {
        var (name, _) = Name(body, status);

        var failure = await Assert.ThrowsAsync<ModelException>(async () => await name.GetAsync(CancellationToken.None));

        Assert.Equal(ModelFault.ModelNotFound, failure.Kind);
        Assert.Contains("Assistant:Model:Name", failure.Message, StringComparison.Ordinal);
    }

    private static ModelCatalog Catalog(string body) =>
        new(new ModelConnection(Wire.Options, new WireHandler(() => WireStream.Of(Encoding.UTF8.GetBytes(body)))), TimeProvider.System);

    private static (ModelName Name, WireHandler Handler) Name(string body, int status = 200)
    {
        var handler = new WireHandler(() => WireStream.Of(Encoding.UTF8.GetBytes(body)), (HttpStatusCode)status);
        var connection = new ModelConnection(new ModelOptions { Endpoint = Wire.Options.Endpoint }, handler);
        return (new ModelName(connection, new ModelCatalog(connection, TimeProvider.System)), handler);
    }
}
