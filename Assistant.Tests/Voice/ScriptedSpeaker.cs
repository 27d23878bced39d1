using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace Assistant.Tests.Voice;

/// <summary>A speaker in memory: the sound of a text is its letters, in two pieces. What it was asked to say is remembered.</summary>
internal sealed class ScriptedSpeaker : ITextToSpeechClient
{
    private readonly Lock _gate = new();
    private readonly List<string> _asked = [];

    /// <summary>Called before the sound of a text is given out; may wait or throw.</summary>
    public Func<string, CancellationToken, Task> Before { get; init; } = (_, _) => Task.CompletedTask;

    public IReadOnlyList<string> Asked
    {
        get
        {
            lock (_gate)
            {
                return [.. _asked];
            }
        }
    }

    public Task<TextToSpeechResponse> GetAudioAsync(string text, TextToSpeechOptions? options = null, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException("Whoever listens does not wait for all of it.");

    public async IAsyncEnumerable<TextToSpeechResponseUpdate> GetStreamingAudioAsync(
        string text, TextToSpeechOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        lock (_gate)
        {
            _asked.Add(text);
        }

        await Before(text, cancellationToken);
        var half = text.Length / 2;
        foreach (var piece in (string[])[text[..half], text[half..]])
        {
            yield return new TextToSpeechResponseUpdate([new DataContent(System.Text.Encoding.UTF8.GetBytes(piece), "audio/wav")]);
        }
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
    }
}
