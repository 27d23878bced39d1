using System.Net.Http.Json;
using System.Net.ServerSentEvents;
using System.Text.Json;
using Assistant.Tests.Browser;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;

namespace Assistant.Tests.Endpoints;

/// <summary>The HTTP API as a script uses it, over a model of the test's own.</summary>
internal sealed class Api(IChatClient model, params (string Key, string Value)[] settings) : IAsyncDisposable
{
    private readonly KestrelFactory _app = new()
    {
        Settings = settings.ToDictionary(setting => setting.Key, setting => (string?)setting.Value),
        Replacements = services => services.AddSingleton(model),
    };

    public HttpClient Http => field ??= _app.CreateClient();

    /// <summary>One that asks before it sends a large body.</summary>
    public HttpClient CreateAskingClient() => _app.CreateAskingClient();

    public IServiceProvider Services => _app.Services;

    public Task<HttpResponseMessage> PostAsync(string path, object body) => Http.PostAsJsonAsync(path, body);

    /// <summary>Sends a body and returns as soon as the headers of the answer are there.</summary>
    public Task<HttpResponseMessage> PostAndReadAsync(string path, object body, CancellationToken cancellationToken = default) => Http.SendAsync(
        new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) }, HttpCompletionOption.ResponseHeadersRead, cancellationToken);

    public static async Task<JsonElement> JsonAsync(HttpResponseMessage response) => await response.Content.ReadFromJsonAsync<JsonElement>();

    public static async Task<IReadOnlyList<SseItem<JsonElement>>> EventsAsync(HttpResponseMessage response)
    {
        var events = new List<SseItem<JsonElement>>();
        await foreach (var item in ReadAsync(response))
        {
            events.Add(item);
        }

        return events;
    }

    public static async IAsyncEnumerable<SseItem<JsonElement>> ReadAsync(HttpResponseMessage response)
    {
        await using var stream = await response.Content.ReadAsStreamAsync();
        await foreach (var item in SseParser.Create(stream, (_, data) => JsonSerializer.Deserialize<JsonElement>(data)).EnumerateAsync())
        {
            yield return item;
        }
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();
}
