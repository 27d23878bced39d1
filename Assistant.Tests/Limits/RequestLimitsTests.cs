using System.Net;
using Assistant.Core;
using Assistant.Tests.Browser;
using Assistant.Tests.Endpoints;
using Assistant.Tests.Fakes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Assistant.Tests.Limits;

public sealed class RequestLimitsTests
{
    /// <summary>Half of it may come at once, and the next one after half a minute.</summary>
    private const string TwoAtOnce = "4";

    private static readonly Uri Conversations = new("/api/conversations", UriKind.Relative);

    [Theory]
    [InlineData("Assistant:Limits:RequestsPerAddress")]
    [InlineData("Assistant:Limits:RequestsPerOwner")]
    public async Task Who_asks_too_often_is_told_so_and_when_to_ask_again(string limit)
    {
        await using var api = new Api(new ScriptedModel(["unused"]), (limit, TwoAtOnce));
        Assert.Equal(HttpStatusCode.OK, (await api.Http.GetAsync(Conversations)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await api.Http.GetAsync(Conversations)).StatusCode);

        var refused = await api.Http.GetAsync(Conversations);

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        Assert.Equal("application/problem+json", refused.Content.Headers.ContentType!.MediaType);
        var problem = await Api.JsonAsync(refused);
        Assert.Equal(("Too many requests.", 429), (problem.GetProperty("title").GetString(), problem.GetProperty("status").GetInt32()));
        Assert.Contains("Send them more slowly.", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_its_files_and_the_health_checks_answer_all_the_same()
    {
        await using var api = new Api(new ScriptedModel(["unused"]), ("Assistant:Limits:RequestsPerAddress", "1"));
        await api.Http.GetAsync(Conversations);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await api.Http.GetAsync(Conversations)).StatusCode);

        foreach (var path in (string[])["/", "/base.css", "/health/live", "/health/live"])
        {
            Assert.Equal(HttpStatusCode.OK, (await api.Http.GetAsync(new Uri(path, UriKind.Relative))).StatusCode);
        }
    }

    [Fact]
    public async Task One_person_does_not_use_up_what_another_may_ask()
    {
        await using var app = new KestrelFactory
        {
            Settings = { ["Assistant:Limits:RequestsPerOwner"] = TwoAtOnce },
            Replacements = services => services.AddHttpContextAccessor().AddScoped(provider =>
                new Owner(provider.GetRequiredService<IHttpContextAccessor>().HttpContext!.Request.Headers["X-Test-Person"].ToString())),
        };
        using var http = app.CreateClient();

        var statuses = new List<HttpStatusCode>();
        foreach (var person in (string[])["one", "one", "one", "two"])
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, Conversations) { Headers = { { "X-Test-Person", person } } };
            statuses.Add((await http.SendAsync(request)).StatusCode);
        }

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.TooManyRequests, HttpStatusCode.OK], statuses);
    }

    [Fact]
    public async Task A_script_of_hundreds_of_calls_is_in_nobodys_way()
    {
        await using var api = new Api(new ScriptedModel(["unused"]));

        var answers = await Task.WhenAll(Enumerable.Range(0, 600).Select(_ => api.Http.GetAsync(Conversations)));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
    }

    [Fact]
    public async Task More_answers_than_may_arrive_at_once_are_refused_and_nothing_is_kept_of_them()
    {
        var cancelled = new TaskCompletionSource();
        await using var api = new Api(new NeverEndingModel(cancelled), ("Assistant:Limits:Replies", "1"));
        using var leaving = new CancellationTokenSource();
        var first = api.PostAndReadAsync("/api/generate", new { prompt = "Write a complete CSV parser class with unit tests", delivery = "stream" }, leaving.Token);
        using var streaming = await first;

        var refused = await api.PostAsync("/api/ask", new { question = "Why?", conversationId = "new" });

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.NotNull(refused.Headers.RetryAfter);
        Assert.Equal(
            "The Assistant is writing as many answers as it may at once. Try again in a moment.", (await Api.JsonAsync(refused)).GetProperty("detail").GetString());
        Assert.Equal(0, (await Api.JsonAsync(await api.Http.GetAsync(Conversations))).GetArrayLength());
    }
}
