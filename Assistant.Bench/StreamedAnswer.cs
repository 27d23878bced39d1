using System.Buffers;
using System.IO.Pipelines;
using System.Net;
using System.Text;
using Assistant.Tests.Fakes;

namespace Assistant.Bench;

/// <summary>The bytes of a streamed answer of 32 KB in 800 events, and a network that brings them without a wire.</summary>
internal sealed class StreamedAnswer : HttpMessageHandler
{
    public const int Events = 800;

    private const int TextLength = 32 * 1024;

    private readonly byte[] _bytes = Encoding.UTF8.GetBytes(
        string.Concat(Enumerable.Range(0, Events).Select(_ => FakeAnswer.Delta("The quick brown fox: `var x = Sum(y);`\n\n"[..(TextLength / Events)])))
        + FakeAnswer.Finish("stop") + FakeAnswer.UsageEvent(FakeAnswer.Usage(100, 8_000)) + FakeAnswer.Done);

    /// <summary>The length of the answer's text, to check that it was read.</summary>
    public static int ReadLength => TextLength / Events * Events;

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        // Not a memory stream: what comes off a wire cannot be read twice.
        var content = new StreamContent(PipeReader.Create(new ReadOnlySequence<byte>(_bytes)).AsStream());
        content.Headers.ContentType = new("text/event-stream");
        return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = content, RequestMessage = request });
    }
}
