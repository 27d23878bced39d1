using System.ClientModel;
using System.ClientModel.Primitives;
using Assistant.Core.Model;
using BenchmarkDotNet.Attributes;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging.Abstractions;
using OpenAI;
using OpenAI.Chat;
using ChatMessage = Microsoft.Extensions.AI.ChatMessage;

namespace Assistant.Bench;

/// <summary>Both read the same bytes from request to last update, each as its callers get it.</summary>
[MemoryDiagnoser]
public class ReaderBenchmarks
{
    private static readonly Uri Endpoint = new("http://model.test/v1");
    private static readonly ChatMessage[] OurQuestion = [new(ChatRole.User, "Hello?")];
    private static readonly OpenAI.Chat.ChatMessage[] TheirQuestion = [new UserChatMessage("Hello?")];

    private readonly OpenAIChatClient _ours = CreateOurs();
    private readonly ChatClient _package = CreatePackage();

    [Benchmark(Baseline = true)]
    public async Task<int> Package()
    {
        var length = 0;
        await foreach (var update in _package.CompleteChatStreamingAsync(TheirQuestion))
        {
            foreach (var part in update.ContentUpdate)
            {
                length += part.Text.Length;
            }
        }

        return Checked(length);
    }

    [Benchmark]
    public async Task<int> Ours()
    {
        var length = 0;
        await foreach (var update in _ours.GetStreamingResponseAsync(OurQuestion))
        {
            length += update.Text.Length;
        }

        return Checked(length);
    }

    private static int Checked(int length) =>
        length == StreamedAnswer.ReadLength ? length : throw new InvalidOperationException($"Read {length} characters in place of {StreamedAnswer.ReadLength}.");

    private static OpenAIChatClient CreateOurs()
    {
        var connection = new ModelConnection(new ModelOptions { Endpoint = Endpoint, ApiKey = "none", Name = "fake" }, new StreamedAnswer());
        var name = new ModelName(connection, new ModelCatalog(connection, TimeProvider.System));
        return new OpenAIChatClient(connection, name, new EndpointQuirks(), TimeProvider.System, NullLogger<OpenAIChatClient>.Instance);
    }

    private static ChatClient CreatePackage() =>
        new("fake", new ApiKeyCredential("none"), new OpenAIClientOptions { Endpoint = Endpoint, Transport = new HttpClientPipelineTransport(new HttpClient(new StreamedAnswer())) });
}
