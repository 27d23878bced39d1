using System.Text;
using Assistant.Core.Model;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging.Abstractions;

namespace Assistant.Tests.Model;

/// <summary>Clients over a wire that a test writes byte by byte, or over a real address.</summary>
internal static class Wire
{
    public const string Key = "sk-test-0123456789abcdefWXYZ";

    public static ModelOptions Options { get; } = new() { Endpoint = new Uri("https://model.test/v1"), ApiKey = Key, Name = "configured" };

    public static IReadOnlyList<ChatMessage> Question { get; } = [new ChatMessage(ChatRole.User, "Hello?")];

    public static OpenAIChatClient Client(string body) => Client(new WireHandler(() => WireStream.Of(Encoding.UTF8.GetBytes(body))));

    public static OpenAIChatClient Client(HttpMessageHandler handler, ModelOptions? options = null, TimeProvider? time = null, EndpointQuirks? quirks = null) =>
        Client(new ModelConnection(options ?? Options, handler), time, quirks);

    public static OpenAIChatClient Client(ModelConnection connection, TimeProvider? time = null, EndpointQuirks? quirks = null)
    {
        var name = new ModelName(connection, new ModelCatalog(connection, time ?? TimeProvider.System));
        return new OpenAIChatClient(connection, name, quirks ?? new EndpointQuirks(), time ?? TimeProvider.System, NullLogger<OpenAIChatClient>.Instance);
    }

    public static OpenAIChatClient ClientOf(Uri endpoint, string? name = "fake-2000", string? key = Key) =>
        Client(new ModelConnection(new ModelOptions { Endpoint = endpoint, Name = name, ApiKey = key }));

    /// <summary>The answer as the caller sees it, whichever way it was asked for, and how it failed.</summary>
    public static async Task<Seen> AskAsync(IChatClient client, bool isStreamed, CancellationToken cancellationToken = default)
    {
        var updates = new List<ChatResponseUpdate>();
        try
        {
            if (!isStreamed)
            {
                var response = await client.GetResponseAsync(Question, cancellationToken: cancellationToken);
                return Seen.Of([.. response.ToChatResponseUpdates()], null);
            }

            await foreach (var update in client.GetStreamingResponseAsync(Question, cancellationToken: cancellationToken))
            {
                updates.Add(update);
            }

            return Seen.Of(updates, null);
        }
        catch (ModelException failure)
        {
            return Seen.Of(updates, failure);
        }
    }
}
