using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Assistant.Core;
using Assistant.Core.Model;
using Assistant.Core.Workspace.Checkpoints;
using Assistant.Tests.Agent;
using Assistant.Tests.Fakes;
using Assistant.Tests.Workspace;
using Assistant.Tests.Workspace.Testing;
using Microsoft.Extensions.DependencyInjection;
using static Assistant.Tests.Agent.Script;

namespace Assistant.Tests.Endpoints;

public sealed class AgentEndpointTests : IDisposable
{
    private static readonly string[] Named = ["a.py", "c.py"];

    private static readonly string[] InContract = ["replyId", "runId", "answer", "outcome", "files", "tests", "calls", "model", "timing"];

    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_task_is_answered_with_what_was_changed()
    {
        _folder.Write("a.py", "one\n");
        await using var api = ApiOver(new ScriptedModel(Calls(Read("a.py")), Calls(Write("a.py", "two\n"), Write("b.py", "")), Says("It is two now.")));

        var response = await api.PostAsync("/api/agent", new { task = "Make it two." });

        var json = await Api.JsonAsync(response);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Superset(InContract.ToHashSet(), Names(json));
        Assert.Equal(("It is two now.", "not-verified", 3, "scripted"), (Text(json, "answer"), Text(json, "outcome"), json.GetProperty("calls").GetInt32(), Text(json, "model")));
        Assert.Equal(Text(json, "replyId"), Assert.Single(response.Headers.GetValues("X-Reply-Id")));
        Assert.Equal(JsonValueKind.Null, json.GetProperty("tests").ValueKind);
        Assert.Equal(["path", "status", "diff"], json.GetProperty("files")[0].EnumerateObject().Select(property => property.Name));
        Assert.Equal([("a.py", "modified"), ("b.py", "added")], json.GetProperty("files").EnumerateArray().Select(file => (Text(file, "path"), Text(file, "status"))));
        Assert.Contains("-one\n+two\n", Text(json.GetProperty("files")[0], "diff"));
        Assert.True(json.GetProperty("timing").TryGetProperty("totalMs", out _));
    }

    [SandboxFact]
    public async Task The_tests_are_counted()
    {
        PythonShop.WriteTo(_folder);
        await using var api = ApiOver(new ScriptedModel(Calls(Write("a.py", "")), Says("Done.")), ("Assistant:Workspace:Trusted", "true"));

        var json = await Api.JsonAsync(await api.PostAsync("/api/agent", new { task = "Do it." }));

        Assert.Equal("""{"command":".venv/bin/python -m pytest","passed":1,"failed":1,"skipped":0}""", json.GetProperty("tests").GetRawText());
        Assert.Equal("verified", Text(json, "outcome"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData(null)]
    public async Task A_task_is_needed(string? task)
    {
        var model = new ScriptedModel(["never"]);
        await using var api = ApiOver(model);

        var response = await api.PostAsync("/api/agent", new { task });

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("Write a task; it is missing or empty.", (await Api.JsonAsync(response)).GetProperty("errors").GetProperty("task")[0].GetString());
        Assert.Empty(model.Calls);
    }

    [Fact]
    public async Task A_stream_says_that_it_works_and_then_how_it_ended()
    {
        var gate = new Gate();
        await using var api = ApiOver(new ScriptedModel(Calls(Write("a.py", "one\n")), new ScriptedTurn("Done.") { Gate = gate }));

        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/agent") { Content = JsonContent.Create(new { task = "Do it." }) };
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/event-stream"));
        var response = await api.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal("text/event-stream", response.Content.Headers.ContentType?.MediaType);
        var events = Api.EventsAsync(response);
        await gate.Reached;
        gate.Open();

        var all = await events;
        Assert.Equal("done", all[^1].EventType);
        Assert.NotEmpty(all.SkipLast(1));
        Assert.All(all.SkipLast(1), item => Assert.Equal(("working", "message,elapsedMs"), (item.EventType, string.Join(',', item.Data.EnumerateObject().Select(property => property.Name)))));
        Assert.Equal(("Done.", "a.py"), (Text(all[^1].Data, "answer"), Text(all[^1].Data.GetProperty("files")[0], "path")));
    }

    [Fact]
    public async Task A_model_that_fails_at_once_is_a_problem_with_its_kind()
    {
        await using var api = ApiOver(new ScriptedModel([], failure: new ModelException(ModelFault.Unauthorized, "The key was refused.")));

        var response = await api.PostAsync("/api/agent", new { task = "Do it." });

        Assert.Equal((HttpStatusCode.BadGateway, "unauthorized"), (response.StatusCode, Text(await Api.JsonAsync(response), "kind")));
    }

    [Fact]
    public async Task A_run_in_a_conversation_is_one_of_its_turns()
    {
        await using var api = ApiOver(new ScriptedModel(Calls(Write("a.py", "one\n")), Says("Made.")));

        var json = await Api.JsonAsync(await api.PostAsync("/api/agent", new { task = "Make a.py.", conversationId = "new" }));

        var turns = (await Api.JsonAsync(await api.Http.GetAsync(new Uri($"/api/conversations/{Text(json, "conversationId")}", UriKind.Relative)))).GetProperty("turns");
        Assert.Equal(["Make a.py.", "Made."], turns.EnumerateArray().Select(turn => Text(turn, "text")));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Named_files_alone_are_undone(bool isSentInChunks)
    {
        await using var api = ApiOver(new ScriptedModel(Calls(Write("a.py", ""), Write("b.py", "")), Says("Made.")));
        var id = await RunAsync(api);

        using var body = JsonContent.Create(new { paths = Named });
        if (!isSentInChunks)
        {
            await body.LoadIntoBufferAsync();
        }

        // The factory's own client would send a length in any case.
        using var http = new HttpClient { BaseAddress = api.Http.BaseAddress };
        var json = await Api.JsonAsync(await http.PostAsync(new Uri($"/api/agent/{id}/undo", UriKind.Relative), body));

        Assert.Equal(["restored", "refused"], Names(json));
        Assert.Equal(["a.py"], json.GetProperty("restored").EnumerateArray().Select(path => path.GetString()));
        Assert.Equal("""[{"path":"c.py","reason":"was not changed by this run."}]""", json.GetProperty("refused").GetRawText());
        Assert.Equal((false, true), (File.Exists(_folder.PathOf("a.py")), File.Exists(_folder.PathOf("b.py"))));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Without_names_all_are_undone_but_for_what_a_person_changed(bool hasBody)
    {
        await using var api = ApiOver(new ScriptedModel(Calls(Write("a.py", ""), Write("b.py", "")), Says("Made.")));
        var id = await RunAsync(api);
        _folder.Write("b.py", "mine");

        using var body = hasBody ? JsonContent.Create(new { }) : null;
        var json = await Api.JsonAsync(await api.Http.PostAsync(new Uri($"/api/agent/{id}/undo", UriKind.Relative), body));

        Assert.Equal("""{"restored":["a.py"],"refused":[{"path":"b.py","reason":"was changed after the run."}]}""", json.GetRawText());
        Assert.Equal("mine", File.ReadAllText(_folder.PathOf("b.py")));
    }

    [Fact]
    public async Task A_run_that_is_unknown_or_somebody_else_s_is_not_found()
    {
        await using var api = ApiOver(new ScriptedModel(["unused"]));
        var (mine, theirs) = (Guid.NewGuid().ToString("N"), Guid.NewGuid().ToString("N"));
        await api.Services.GetRequiredService<AgentRuns>().AddAsync(
            new Owner("somebody else"), theirs, null, "Do it.", new Checkpoint(theirs, _folder.Root, null), [], RunReport.Nothing, CancellationToken.None);

        foreach (var id in new[] { mine, theirs, "..%2F..%2Fetc" })
        {
            var response = await api.PostAsync($"/api/agent/{id}/undo", new { });
            Assert.Equal((HttpStatusCode.NotFound, "This run does not exist."), (response.StatusCode, Text(await Api.JsonAsync(response), "detail")));
        }
    }

    private static async Task<string> RunAsync(Api api) => Text(await Api.JsonAsync(await api.PostAsync("/api/agent", new { task = "Do it." })), "runId");

    private static string Text(JsonElement json, string name) => json.GetProperty(name).GetString()!;

    private static HashSet<string> Names(JsonElement json) => [.. json.EnumerateObject().Select(property => property.Name)];

    private Api ApiOver(ScriptedModel model, params (string Key, string Value)[] settings) => new(model, [("Assistant:Workspace:Root", _folder.Root), .. settings]);
}
