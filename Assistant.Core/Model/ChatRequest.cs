using Microsoft.Extensions.AI;

namespace Assistant.Core.Model;

/// <summary>
/// One question in the form its endpoint takes. A property that the endpoint refuses is left out, each at most once; what helped is remembered when the
/// request was accepted.
/// </summary>
internal sealed class ChatRequest(
    IEnumerable<ChatMessage> messages, ChatOptions? options, ModelOptions settings, EndpointQuirks quirks, string modelName, bool isStreamed)
{
    private readonly IReadOnlyList<ChatMessage> _messages = [.. messages];
    private Quirks _avoided = quirks.Known;
    private Quirks _avoidable;

    public string ModelName => modelName;

    public BinaryData Write()
    {
        var body = new RequestBody(settings, _avoided);
        var bytes = body.Write(_messages, options, modelName, isStreamed);
        _avoidable = body.Avoidable;
        return bytes;
    }

    /// <summary>The request is worth another try, because the failure names a property that can be left out of it.</summary>
    public bool Avoids(ModelException failure)
    {
        var found = RejectedProperty.Find(failure, _avoidable);
        _avoided |= found;
        return found != Quirks.None;
    }

    public void Accepted()
    {
        if (_avoided != quirks.Known)
        {
            quirks.Learn(_avoided);
        }
    }
}
