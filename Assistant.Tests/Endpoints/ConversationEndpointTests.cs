using System.Net;
using System.Text.Json;
using Assistant.Tests.Fakes;

namespace Assistant.Tests.Endpoints;

public sealed class ConversationEndpointTests
{
    [Fact]
    public async Task A_conversation_is_listed_searched_and_read_with_its_turns()
    {
        await using var api = new Api(new ScriptedModel(new ScriptedTurn("No."), new ScriptedTurn("A burrito.")));
        var safe = await AskAsync(api, "Is it safe?");
        await AskAsync(api, "What is a monad?");

        Assert.Equal(2, (await GetAsync(api, "/api/conversations")).GetArrayLength());
        var found = (await GetAsync(api, "/api/conversations?query=SAFE")).EnumerateArray().Single();
        Assert.Equal((safe, "Is it safe?"), (found.GetProperty("id").GetString(), found.GetProperty("title").GetString()));

        var turns = (await GetAsync(api, $"/api/conversations/{safe}")).GetProperty("turns").EnumerateArray().ToList();
        Assert.Equal(
            [("user", "Is it safe?", "done"), ("assistant", "No.", "done")],
            turns.Select(turn => (turn.GetProperty("role").GetString(), turn.GetProperty("text").GetString(), turn.GetProperty("state").GetString())));
        Assert.All(turns, turn => Assert.NotEmpty(turn.GetProperty("id").GetString()!));
    }

    [Fact]
    public async Task A_deleted_conversation_is_gone()
    {
        await using var api = new Api(new ScriptedModel(["No."]));
        var id = await AskAsync(api, "Is it safe?");

        Assert.Equal(HttpStatusCode.NoContent, (await api.Http.DeleteAsync($"/api/conversations/{id}")).StatusCode);

        Assert.Equal(HttpStatusCode.NotFound, (await api.Http.GetAsync($"/api/conversations/{id}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await api.Http.DeleteAsync($"/api/conversations/{id}")).StatusCode);
        Assert.Equal(0, (await GetAsync(api, "/api/conversations")).GetArrayLength());
    }

    [Theory]
    [InlineData("md", "text/markdown", "is-it-safe.md", "# Is it <safe>?")]
    [InlineData("json", "application/json", "is-it-safe.json", "\"title\": \"Is it <safe>?\"")]
    public async Task A_conversation_is_exported_as_a_file(string format, string type, string name, string content)
    {
        await using var api = new Api(new ScriptedModel(["No."]));
        var id = await AskAsync(api, "Is it <safe>?");

        var file = await api.Http.GetAsync($"/api/conversations/{id}/export?format={format}");

        Assert.Equal((type, name), (file.Content.Headers.ContentType!.MediaType, file.Content.Headers.ContentDisposition!.FileName));
        Assert.Contains(content, await file.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/conversations/unheard-of", HttpStatusCode.NotFound)]
    [InlineData("/api/conversations/unheard-of/export", HttpStatusCode.NotFound)]
    [InlineData("/api/conversations/..%2f..%2fetc", HttpStatusCode.NotFound)]
    [InlineData("/api/conversations/unheard-of/export?format=pdf", HttpStatusCode.BadRequest)]
    [InlineData("/api/conversations?take=many", HttpStatusCode.BadRequest)]
    public async Task What_makes_no_sense_is_a_problem(string address, HttpStatusCode status)
    {
        await using var api = new Api(new ScriptedModel(["No."]));

        var response = await api.Http.GetAsync(address);

        Assert.Equal((status, "application/problem+json"), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
    }

    private static async Task<string> AskAsync(Api api, string question) =>
        (await Api.JsonAsync(await api.PostAsync("/api/ask", new { question, conversationId = "new" }))).GetProperty("conversationId").GetString()!;

    private static async Task<JsonElement> GetAsync(Api api, string address) => await Api.JsonAsync(await api.Http.GetAsync(address));
}
