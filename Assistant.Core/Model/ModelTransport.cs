using System.ClientModel.Primitives;
using System.Net;

namespace Assistant.Core.Model;

/// <summary>Sends over HTTP/2 where the endpoint offers it, so that many calls share one connection, and over HTTP/1.1 everywhere else.</summary>
internal sealed class ModelTransport(HttpClient http) : HttpClientPipelineTransport(http)
{
    protected override void OnSendingRequest(PipelineMessage message, HttpRequestMessage httpRequest)
    {
        httpRequest.Version = HttpVersion.Version20;
        httpRequest.VersionPolicy = HttpVersionPolicy.RequestVersionOrLower;
    }
}
