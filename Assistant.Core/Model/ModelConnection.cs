using System.ClientModel;
using System.ClientModel.Primitives;
using Assistant.Core.Outgoing;
using OpenAI;
using OpenAI.Audio;
using OpenAI.Chat;
using OpenAI.Models;

namespace Assistant.Core.Model;

/// <summary>
/// The way to one endpoint: the OpenAI package sends, once and without reading the answer. Redirects are not followed, so a key only ever goes to the
/// address it was given for.
/// </summary>
public sealed class ModelConnection : IDisposable
{
    private readonly HttpClient _http;
    private readonly ChatClient? _chat;
    private readonly OpenAIModelClient? _models;
    private readonly AudioClient? _audio;

    public ModelConnection(ModelOptions options)
        : this(options, CreateHandler())
    {
    }

    public ModelConnection(ModelOptions options, HttpMessageHandler handler)
    {
        Options = options;
        _http = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
        if (options.Endpoint is not null)
        {
            // The package wants a key and a model; without a key its header is taken off again, and the model stands in each request.
            var key = new ApiKeyCredential(options.ApiKey ?? "none");
            var client = ClientOptions(options, _http);
            _chat = new ChatClient("unused", key, client);
            _models = new OpenAIModelClient(key, client);
            _audio = new AudioClient("unused", key, client);
        }
    }

    public ModelOptions Options { get; }

    public bool HasEndpoint => _chat is not null;

    public void Dispose() => _http.Dispose();

    internal async ValueTask<ModelReply> PostChatAsync(BinaryData body, CancellationToken cancellationToken)
    {
        using var content = BinaryContent.Create(body);
        var result = await _chat!.CompleteChatAsync(content, RequestOptions(cancellationToken));
        return new ModelReply(result.GetRawResponse());
    }

    internal async ValueTask<ModelReply> GetModelsAsync(CancellationToken cancellationToken)
    {
        var result = await _models!.GetModelsAsync(RequestOptions(cancellationToken));
        return new ModelReply(result.GetRawResponse());
    }

    internal async ValueTask<ModelReply> PostRecordingAsync(Stream form, string formType, CancellationToken cancellationToken)
    {
        using var content = BinaryContent.Create(form);
        var result = await _audio!.TranscribeAudioAsync(content, formType, RequestOptions(cancellationToken));
        return new ModelReply(result.GetRawResponse());
    }

    internal async ValueTask<ModelReply> PostSpeechAsync(BinaryData body, CancellationToken cancellationToken)
    {
        using var content = BinaryContent.Create(body);
        var result = await _audio!.GenerateSpeechAsync(content, RequestOptions(cancellationToken));
        return new ModelReply(result.GetRawResponse());
    }

    private static RequestOptions RequestOptions(CancellationToken cancellationToken) =>
        new() { BufferResponse = false, ErrorOptions = ClientErrorBehaviors.NoThrow, CancellationToken = cancellationToken };

    private static OpenAIClientOptions ClientOptions(ModelOptions options, HttpClient http)
    {
        var client = new OpenAIClientOptions
        {
            Endpoint = options.Endpoint,
            Transport = new ModelTransport(http),
            RetryPolicy = new ClientRetryPolicy(0),
            NetworkTimeout = Timeout.InfiniteTimeSpan,
        };
        if (options.ApiKey is null)
        {
            client.AddPolicy(new WithoutKeyPolicy(), PipelinePosition.BeforeTransport);
        }

        return client;
    }

    // A stopped answer is not read to its end: the connection is closed, and the endpoint stops writing. One that is not used stays open while a person
    // thinks about the next question.
    private static SocketsHttpHandler CreateHandler()
    {
        var handler = OutgoingConnection.CreateHandler();
        handler.ConnectTimeout = TimeSpan.FromSeconds(15);
        handler.PooledConnectionLifetime = TimeSpan.FromMinutes(10);
        handler.PooledConnectionIdleTimeout = TimeSpan.FromMinutes(5);
        handler.EnableMultipleHttp2Connections = true;
        handler.MaxResponseDrainSize = 4096;
        handler.ResponseDrainTimeout = TimeSpan.FromMilliseconds(100);
        return handler;
    }
}
