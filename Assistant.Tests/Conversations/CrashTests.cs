using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Assistant.Tests.Fakes;
using Assistant.Tests.Start;

namespace Assistant.Tests.Conversations;

/// <summary>Kills the real server in mid-answer, again and again over the same data folder.</summary>
public sealed partial class CrashTests : IAsyncLifetime
{
    // Events of text read before the kill. At 100 tokens a second there are checkpoints before the later ones.
    private static readonly int[] Kills = [0, 5, 150, 400, 20];

    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("assistant-test-");
    private FakeModelServer _model = null!;

    public async Task InitializeAsync() => _model = await FakeModelServer.StartAsync();

    public async Task DisposeAsync()
    {
        await _model.DisposeAsync();
        _data.Delete(recursive: true);
    }

    [Fact]
    public async Task Nothing_that_was_accepted_is_lost_or_doubled_when_the_server_is_killed()
    {
        var talks = new List<CrashTalk>();
        foreach (var kill in Kills)
        {
            await using var assistant = StartAssistant();
            using var http = await ConnectAsync(assistant);
            await ExpectAllAsync(http, talks);
            talks.Add(await CrashTalk.HoldAsync(http, kill, assistant.KillAsync));
        }

        await using var last = StartAssistant();
        using var lastHttp = await ConnectAsync(last);
        await ExpectAllAsync(lastHttp, talks);
    }

    private static async Task ExpectAllAsync(HttpClient http, IReadOnlyList<CrashTalk> talks)
    {
        Assert.Equal(talks.Count, (await http.GetFromJsonAsync<JsonElement>("/api/conversations")).GetArrayLength());
        foreach (var talk in talks)
        {
            Assert.Empty(await talk.ComplaintsAsync(http));
        }
    }

    private static async Task<HttpClient> ConnectAsync(AssistantProcess assistant) =>
        new() { BaseAddress = new Uri(Address().Match(await assistant.ReadStartBlockAsync()).Value) };

    private AssistantProcess StartAssistant() =>
        new(_data, $"--urls http://127.0.0.1:0 --Assistant:Model:Endpoint {_model.Endpoint} --Assistant:Model:Name fake-100");

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+")]
    private static partial Regex Address();
}
