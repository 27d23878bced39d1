using System.Net;
using System.Text.Json;
using Assistant.Core.BuiltIn;
using Assistant.Tests.Browser;
using Assistant.Tests.Fakes;

namespace Assistant.Tests.Endpoints;

public sealed class OtherEndpointTests
{
    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task Health_answers_without_detail(string path)
    {
        await using var api = new Api(new ScriptedModel(["unused"]));

        var response = await api.Http.GetAsync(new Uri(path, UriKind.Relative));

        Assert.Equal((HttpStatusCode.OK, "Healthy"), (response.StatusCode, await response.Content.ReadAsStringAsync()));
    }

    [Fact]
    public async Task The_document_describes_every_call()
    {
        await using var api = new Api(new ScriptedModel(["unused"]));

        var paths = (await Api.JsonAsync(await api.Http.GetAsync(new Uri("/openapi/v1.json", UriKind.Relative)))).GetProperty("paths");

        Assert.Equal(
            ["/api/agent", "/api/agent/{runId}/undo", "/api/ask", "/api/conversations", "/api/conversations/{id}", "/api/conversations/{id}/export", "/api/generate", "/api/models", "/api/refactor", "/api/replies/{id}", "/api/replies/{id}/stop", "/api/voice", "/api/voice/{replyId}/heard"],
            paths.EnumerateObject().Select(path => path.Name).Order(StringComparer.Ordinal));
        Assert.True(paths.GetProperty("/api/ask").GetProperty("post").TryGetProperty("requestBody", out _));
    }

    [Fact]
    public async Task Without_a_key_the_built_in_engine_is_the_model()
    {
        await using var app = new KestrelFactory();

        var models = JsonSerializer.Deserialize<JsonElement>(await app.CreateClient().GetStringAsync(new Uri("/api/models", UriKind.Relative)));

        Assert.Equal(BuiltInChatClient.Name, models.GetProperty("current").GetString());
        Assert.Equal([BuiltInChatClient.Name], models.GetProperty("available").EnumerateArray().Select(name => name.GetString()));
    }

    [Fact]
    public async Task The_models_of_an_endpoint_are_its_own()
    {
        await using var server = await FakeModelServer.StartAsync();
        await using var app = new KestrelFactory { Settings = { ["Assistant:Model:Endpoint"] = server.Endpoint.ToString() } };

        var models = JsonSerializer.Deserialize<JsonElement>(await app.CreateClient().GetStringAsync(new Uri("/api/models", UriKind.Relative)));

        Assert.Equal("fake-2000", models.GetProperty("current").GetString());
        Assert.Contains("fake-slow", models.GetProperty("available").EnumerateArray().Select(name => name.GetString()));
    }

    [Fact]
    public async Task A_language_the_built_in_engine_does_not_know_comes_back_unchanged()
    {
        await using var app = new KestrelFactory();
        using var http = app.CreateClient();

        var response = await System.Net.Http.Json.HttpClientJsonExtensions.PostAsJsonAsync(http, "/api/refactor", new { code = "def f(x):\n    return x\n", language = "Python" });

        var json = await Api.JsonAsync(response);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(("def f(x):\n    return x\n", 0, ""), (json.GetProperty("code").GetString(), json.GetProperty("changes").GetArrayLength(), json.GetProperty("diff").GetString()));
        Assert.Contains("C#", json.GetProperty("summary").GetString(), StringComparison.Ordinal);
    }
}
