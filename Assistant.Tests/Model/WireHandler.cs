using System.Net;
using System.Net.Http.Headers;

namespace Assistant.Tests.Model;

/// <summary>Stands in for the network: answers every request with the same status, headers and stream, and keeps what was sent.</summary>
internal sealed class WireHandler(Func<Stream> body, HttpStatusCode status = HttpStatusCode.OK, string contentType = "text/event-stream") : HttpMessageHandler
{
    public List<string> Bodies { get; } = [];

    public List<HttpRequestMessage> Requests { get; } = [];

    public Dictionary<string, string> Headers { get; } = [];

    public HttpStatusCode Status { get; set; } = status;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Requests.Add(request);
        Bodies.Add(request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken));
        var response = new HttpResponseMessage(Status) { Content = new StreamContent(body()), RequestMessage = request };
        response.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        foreach (var (name, value) in Headers)
        {
            response.Headers.TryAddWithoutValidation(name, value);
        }

        return response;
    }
}
