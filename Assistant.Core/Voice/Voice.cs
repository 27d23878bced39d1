using System.Threading.Channels;
using Assistant.Core.Model;
using Assistant.Core.Replies;
using Microsoft.Extensions.AI;

namespace Assistant.Core.Voice;

/// <summary>
/// Has sentences spoken and gives their sound out in their order. A sentence is asked for as soon as the sound of the one before it has begun to come: that
/// one is never held up by it, and there is no gap between them. After a failure nothing more is asked for.
/// </summary>
internal sealed class Voice : IDisposable
{
    private readonly ITextToSpeechClient _speaker;
    private readonly ChannelWriter<VoiceEvent> _said;
    private readonly CancellationTokenSource _stop;
    private readonly Channel<(int Index, ChannelReader<DataContent> Pieces)> _order = Channel.CreateUnbounded<(int, ChannelReader<DataContent>)>();
    private readonly List<Task> _asking = [];
    private readonly Task _giving;
    private Task _hasBegun = Task.CompletedTask;

    public Voice(ITextToSpeechClient speaker, ChannelWriter<VoiceEvent> said, CancellationToken silence)
    {
        (_speaker, _said) = (speaker, said);
        _stop = CancellationTokenSource.CreateLinkedTokenSource(silence);
        _giving = GiveAsync(_stop.Token);
    }

    public void Say(ReplyEvent.Sentence sentence)
    {
        var pieces = Channel.CreateUnbounded<DataContent>();
        _order.Writer.TryWrite((sentence.Index, pieces.Reader));
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _asking.Add(AskAsync(sentence.Spoken, _hasBegun, begun, pieces.Writer, _stop.Token));
        _hasBegun = begun.Task;
    }

    /// <summary>Ends when everything has been given out.</summary>
    public async Task EndAsync()
    {
        _order.Writer.Complete();
        await _giving;
        await Task.WhenAll(_asking);
    }

    public void Dispose()
    {
        _stop.Cancel();
        _stop.Dispose();
    }

    private async Task AskAsync(string text, Task before, TaskCompletionSource begun, ChannelWriter<DataContent> pieces, CancellationToken stop)
    {
        try
        {
            await before.WaitAsync(stop);
            await foreach (var update in _speaker.GetStreamingAudioAsync(text, null, stop))
            {
                foreach (var piece in update.Contents.OfType<DataContent>())
                {
                    pieces.TryWrite(piece);
                }

                begun.TrySetResult();
            }

            pieces.TryComplete();
        }
        catch (Exception failure)
        {
            pieces.TryComplete(failure);   // thrown again where the pieces are waited for, which says so or fails by it
        }
        finally
        {
            begun.TrySetResult();
        }
    }

    private async Task GiveAsync(CancellationToken stop)
    {
        try
        {
            await foreach (var (index, pieces) in _order.Reader.ReadAllAsync(stop))
            {
                await foreach (var piece in pieces.ReadAllAsync(stop))
                {
                    _said.TryWrite(new VoiceEvent.Sound(index, piece.MediaType, piece.Data));
                }
            }
        }
        catch (ModelException failure)
        {
            _said.TryWrite(new VoiceEvent.Trouble($"The answer is not spoken: {failure.Message}"));
            await _stop.CancelAsync();
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Nobody is to hear more.
        }
    }
}
