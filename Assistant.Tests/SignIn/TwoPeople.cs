using System.Net.Http.Json;
using System.Text.Json;
using Assistant.Tests.Fakes;

namespace Assistant.Tests.SignIn;

/// <summary>A server behind a proxy that says who somebody is, with a conversation, a reply, a run and a spoken answer that are Alice's.</summary>
public sealed class TwoPeople : IAsyncLifetime
{
    public const string Header = "X-Forwarded-User";

    private readonly GuardedServer _server = new(
        model: new ScriptedModel(["Done."]),
        settings: [("Assistant:AccessToken", ""), ("Assistant:Proxy:Addresses:0", "127.0.0.1"), ("Assistant:Proxy:UserHeader", Header)]);

    public string Conversation { get; private set; } = "";

    public string Reply { get; private set; } = "";

    public string Run { get; private set; } = "";

    public string Spoken { get; private set; } = "";

    public IServiceProvider Services => _server.Services;

    public async Task InitializeAsync()
    {
        var answer = await JsonAsync(await AsAsync("alice", "POST", "/api/ask", new { question = "Why?", conversationId = "new" }));
        Conversation = answer.GetProperty("conversationId").GetString()!;
        Reply = answer.GetProperty("replyId").GetString()!;
        Run = (await JsonAsync(await AsAsync("alice", "POST", "/api/agent", new { task = "Do nothing" }))).GetProperty("runId").GetString()!;
        using var spoken = await AsAsync("alice", "POST", "/api/voice", new { transcript = "Why?" });
        Spoken = spoken.Headers.GetValues("X-Reply-Id").Single();
    }

    public Task<HttpResponseMessage> AsAsync(string? person, string method, string path, object? body = null) => _server.SendAsync(
        HttpMethod.Parse(method), path, body is null ? null : JsonContent.Create(body), person is null ? [] : [(Header, person)]);

    public static async Task<JsonElement> JsonAsync(HttpResponseMessage answer)
    {
        using (answer)
        {
            return await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>();
        }
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();
}
