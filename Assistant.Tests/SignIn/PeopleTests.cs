using System.Net;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Assistant.Tests.SignIn;

/// <summary>What is Alice's does not exist for Bob, wherever its id can be named.</summary>
public sealed class PeopleTests(TwoPeople people) : IClassFixture<TwoPeople>
{
    /// <summary>Each call with the id of something of Alice's in it. Deleting comes last, since each is made as Alice, too.</summary>
    private static readonly (string Call, Func<TwoPeople, (string Path, object? Body)> Make)[] Named =
    [
        ("POST /api/ask", people => ("/api/ask", new { question = "Why?", conversationId = people.Conversation })),
        ("POST /api/generate", people => ("/api/generate", new { prompt = "More", conversationId = people.Conversation })),
        ("POST /api/agent", people => ("/api/agent", new { task = "Do nothing", conversationId = people.Conversation })),
        ("POST /api/voice", people => ("/api/voice", new { transcript = "More", conversationId = people.Conversation })),
        ("POST /api/voice/{replyId}/heard", people => ($"/api/voice/{people.Spoken}/heard", new { index = 0 })),
        ("POST /api/agent/{runId}/undo", people => ($"/api/agent/{people.Run}/undo", null)),
        ("GET /api/replies/{id}", people => ($"/api/replies/{people.Reply}", null)),
        ("POST /api/replies/{id}/stop", people => ($"/api/replies/{people.Reply}/stop", null)),
        ("GET /api/conversations/{id}", people => ($"/api/conversations/{people.Conversation}", null)),
        ("GET /api/conversations/{id}/export", people => ($"/api/conversations/{people.Conversation}/export", null)),
        ("DELETE /api/conversations/{id}", people => ($"/api/conversations/{people.Conversation}", null)),
    ];

    /// <summary>Calls that can name nothing of anybody's.</summary>
    private static readonly string[] Nameless = ["GET /api/conversations", "GET /api/models", "POST /api/refactor"];

    [Fact]
    public void Every_call_of_the_API_is_looked_at_here() => Assert.Equal(
        Named.Select(named => named.Call).Concat(Nameless).Order(StringComparer.Ordinal),
        people.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText!.StartsWith("/api/", StringComparison.Ordinal))
            .SelectMany(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods, (endpoint, method) => $"{method} {endpoint.RoutePattern.RawText}")
            .Order(StringComparer.Ordinal));

    [Fact]
    public async Task What_is_somebody_elses_is_not_found_by_any_call()
    {
        foreach (var (call, make) in Named)
        {
            var (path, body) = make(people);
            using var answer = await people.AsAsync("bob", call.Split(' ')[0], path, body);

            Assert.Equal((call, HttpStatusCode.NotFound), (call, answer.StatusCode));
        }

        foreach (var (call, make) in Named)
        {
            var (path, body) = make(people);
            using var answer = await people.AsAsync("alice", call.Split(' ')[0], path, body);

            Assert.True(answer.IsSuccessStatusCode, $"{call} as its owner: {answer.StatusCode}");
        }
    }

    [Fact]
    public async Task Everybody_lists_and_searches_only_their_own()
    {
        await TwoPeople.JsonAsync(await people.AsAsync("carol", "POST", "/api/ask", new { question = "Whose?", conversationId = "new" }));

        var own = await TwoPeople.JsonAsync(await people.AsAsync("carol", "GET", "/api/conversations"));
        var others = await TwoPeople.JsonAsync(await people.AsAsync("dave", "GET", "/api/conversations?query=Whose"));

        Assert.Equal((1, 0), (own.GetArrayLength(), others.GetArrayLength()));
    }

    [Theory]
    [InlineData("../../carol")]
    [InlineData("Carol")]
    [InlineData("user:carol")]
    [InlineData("%63arol")]
    public async Task A_name_is_nobody_but_itself(string name)
    {
        await TwoPeople.JsonAsync(await people.AsAsync("carol", "POST", "/api/ask", new { question = "Whose?", conversationId = "new" }));

        Assert.Equal(0, (await TwoPeople.JsonAsync(await people.AsAsync(name, "GET", "/api/conversations"))).GetArrayLength());
    }

    [Theory]
    [InlineData("GET", "/")]
    [InlineData("GET", "/api/conversations")]
    [InlineData("POST", "/_blazor/negotiate")]
    public async Task Somebody_the_proxy_does_not_name_gets_nothing(string method, string path)
    {
        using var answer = await people.AsAsync(null, method, path);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Contains("The proxy did not say who you are.", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
