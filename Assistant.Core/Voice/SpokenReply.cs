using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Assistant.Core.Replies;

namespace Assistant.Core.Voice;

/// <summary>Reads a reply aloud while it arrives.</summary>
public sealed class SpokenReply(Speech speech)
{
    /// <summary>
    /// Its sentences as they are complete, and where the server has a voice their sound in their order, until all of both is given. A reply that is stopped
    /// falls silent at once, and so does one that nobody listens to any more.
    /// </summary>
    public async IAsyncEnumerable<VoiceEvent> ReadAsync(Reply reply, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var silence = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, reply.Stopping);
        var said = Channel.CreateUnbounded<VoiceEvent>(new UnboundedChannelOptions { SingleReader = true });
        var saying = SayAsync(reply, said.Writer, silence.Token);
        try
        {
            await foreach (var next in said.Reader.ReadAllAsync(cancellationToken))
            {
                yield return next;
            }
        }
        finally
        {
            await silence.CancelAsync();
            await saying;
        }
    }

    private async Task SayAsync(Reply reply, ChannelWriter<VoiceEvent> said, CancellationToken silence)
    {
        using var voice = speech.Speaker is { } speaker ? new Voice(speaker, said, silence) : null;
        try
        {
            await foreach (var batch in reply.WatchAsync(0, TimeSpan.Zero, silence))
            {
                foreach (var sentence in batch.Events.OfType<ReplyEvent.Sentence>())
                {
                    said.TryWrite(new VoiceEvent.Sentence(sentence.Index, sentence.Spoken));
                    voice?.Say(sentence);
                }
            }

            await (voice?.EndAsync() ?? Task.CompletedTask);
        }
        catch (OperationCanceledException) when (silence.IsCancellationRequested)
        {
            // Nothing more is to be said.
        }
        finally
        {
            said.TryComplete();
        }
    }
}
