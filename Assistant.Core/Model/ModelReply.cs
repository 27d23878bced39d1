using System.ClientModel.Primitives;

namespace Assistant.Core.Model;

/// <summary>What an endpoint sent back, its body not read yet.</summary>
internal sealed class ModelReply(PipelineResponse response) : IDisposable
{
    private const int LongestErrorBody = 64 * 1024;

    public int Status => response.Status;

    public bool IsSuccess => Status is >= 200 and < 300;

    public Stream Body => response.ContentStream ?? Stream.Null;

    public string? RequestId => Header("x-request-id") ?? Header("request-id") ?? Header("cf-ray");

    public string? Header(string name) => response.Headers.TryGetValue(name, out var value) ? value : null;

    /// <summary>What the endpoint says is left for this key; none when it does not say.</summary>
    public RateLimits? RateLimits(TimeProvider time) => RateLimitHeaders.Read(response.Headers, time);

    /// <summary>The beginning of the body of a failure, as far as it can be had.</summary>
    public async Task<byte[]> ReadErrorAsync(CancellationToken cancellationToken)
    {
        var body = new byte[LongestErrorBody];
        var length = 0;
        try
        {
            int read;
            while (length < body.Length && (read = await Body.ReadAsync(body.AsMemory(length), cancellationToken)) > 0)
            {
                length += read;
            }
        }
        catch (IOException)
        {
            // The status alone says what happened; the words are only as many as arrived.
        }

        return body[..length];
    }

    public void Dispose() => response.Dispose();
}
