using System.Collections.Concurrent;
using System.Text.Json;
using Assistant.Tests.Fakes;
using Assistant.Tests.Model;
using Microsoft.Extensions.AI;

namespace Assistant.Tests.Agent;

/// <summary>
/// A model over HTTP that plays an agent's steps. Each says what it expects to be told since the step before. A step that is told something else, steps that
/// are left and calls beyond the last step fail the test.
/// </summary>
internal sealed class AgentScript : IAsyncDisposable
{
    private readonly FakeModelServer _server;
    private readonly ConcurrentQueue<string> _misses = new();
    private int _steps;

    private AgentScript(FakeModelServer server) => _server = server;

    public IChatClient Client => Wire.ClientOf(_server.Endpoint);

    public static async Task<AgentScript> StartAsync() => new(await FakeModelServer.StartAsync());

    /// <param name="reply">What it answers.</param>
    /// <param name="expected">Pieces of what it is told: of the message, or of the results of its calls, in their order.</param>
    public AgentScript Step(FakeReply reply, params string[] expected)
    {
        var step = ++_steps;
        _server.Enqueue(request =>
        {
            var told = ToldIn(request);
            if (Missing(told, expected) is { } missing)
            {
                _misses.Enqueue($"Step {step} expected \"{missing}\" and was told:\n{told}");
                return FakeReply.Error(400, """{"error":{"message":"The script expected something else."}}""");
            }

            return reply;
        });
        return this;
    }

    public AgentScript Step(string answer, params string[] expected) => Step(FakeReply.Events().ThenFinish(answer), expected);

    public void Verify()
    {
        Assert.Empty(_misses);
        Assert.Equal(_steps, _server.Requests.Count);
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    /// <summary>The first piece that does not come after those before it.</summary>
    private static string? Missing(string told, IEnumerable<string> expected)
    {
        var place = 0;
        foreach (var piece in expected)
        {
            var found = told.IndexOf(piece, place, StringComparison.Ordinal);
            if (found < 0)
            {
                return piece;
            }

            place = found + piece.Length;
        }

        return null;
    }

    private static string ToldIn(FakeRequest request)
    {
        var messages = request.Body.GetProperty("messages").EnumerateArray().ToList();
        var last = messages.FindLastIndex(message => message.GetProperty("role").GetString() == "assistant");
        return string.Join('\n', messages.Skip(last + 1).Select(Line));
    }

    // A result is told with the id of its call.
    private static string Line(JsonElement message) =>
        (message.TryGetProperty("tool_call_id", out var id) ? $"{id.GetString()}: " : "") + message.GetProperty("content").ToString();
}
