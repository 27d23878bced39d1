using System.Text;
using Assistant.Core.Model;
using Assistant.Core.Replies;
using Assistant.Core.Voice;
using Assistant.Tests.Fakes;

namespace Assistant.Tests.Voice;

public sealed class SpokenReplyTests
{
    private readonly Reply _reply = new(new ManualTime());

    [Fact]
    public async Task Each_sentence_is_told_and_then_heard_in_its_order()
    {
        var slow = new Gate();
        var speaker = new ScriptedSpeaker { Before = (text, stop) => text == "One." ? slow.PassAsync(stop) : Task.CompletedTask };
        Say("One.", "Two.", "Three.");
        _reply.Complete(null);

        var events = ReadAsync(speaker);
        await slow.Reached;
        slow.Open();

        var all = await events;
        Assert.Equal(["One.", "Two.", "Three."], all.OfType<VoiceEvent.Sentence>().Select(sentence => sentence.Text));
        Assert.Equal("One.Two.Three.", string.Concat(all.OfType<VoiceEvent.Sound>().Select(sound => Encoding.UTF8.GetString(sound.Bytes.Span))));
        Assert.Equal([0, 0, 1, 1, 2, 2], all.OfType<VoiceEvent.Sound>().Select(sound => sound.Index));
    }

    [Fact]
    public async Task The_first_sentence_is_asked_for_while_the_answer_goes_on()
    {
        var asked = new Gate();
        var speaker = new ScriptedSpeaker { Before = (_, stop) => asked.PassAsync(stop) };
        Say("One.");

        var events = ReadAsync(speaker);
        await asked.Reached;

        Assert.True(_reply.IsArriving);
        asked.Open();
        _reply.Complete(null);
        await events;
    }

    [Fact]
    public async Task A_sentence_is_asked_for_when_the_one_before_it_has_begun_to_come()
    {
        var (first, second) = (new Gate(), new Gate());
        var speaker = new ScriptedSpeaker { Before = (text, stop) => (text == "One." ? first : second).PassAsync(stop) };
        Say("One.", "Two.", "Three.");
        _reply.Complete(null);

        var events = ReadAsync(speaker);
        await first.Reached;
        Assert.Equal(["One."], speaker.Asked);
        first.Open();
        await second.Reached;
        Assert.Equal(["One.", "Two."], speaker.Asked);

        second.Open();
        Assert.Equal("One.Two.Three.", string.Concat((await events).OfType<VoiceEvent.Sound>().Select(sound => Encoding.UTF8.GetString(sound.Bytes.Span))));
    }

    [Fact]
    public async Task Without_a_voice_the_sentences_are_told()
    {
        Say("One.", "Two.");
        _reply.Complete(null);

        Assert.Equal([new VoiceEvent.Sentence(0, "One."), new VoiceEvent.Sentence(1, "Two.")], await ReadAsync(null));
    }

    [Fact]
    public async Task After_a_failure_the_sentences_are_still_told_and_nothing_more_is_asked_for()
    {
        var failed = new Gate();
        var speaker = new ScriptedSpeaker
        {
            Before = async (_, stop) =>
            {
                await failed.PassAsync(stop);
                throw new ModelException(ModelFault.Unreachable, "It is gone.");
            },
        };
        Say("One.");
        var events = ReadAsync(speaker);
        await failed.Reached;
        failed.Open();
        Say("Two.");
        _reply.Complete(null);

        var all = await events;
        Assert.Equal(["One.", "Two."], all.OfType<VoiceEvent.Sentence>().Select(sentence => sentence.Text));
        Assert.Equal("The answer is not spoken: It is gone.", Assert.Single(all.OfType<VoiceEvent.Trouble>()).Message);
        Assert.Empty(all.OfType<VoiceEvent.Sound>());
    }

    [Fact]
    public async Task A_bug_in_a_speaker_is_thrown_and_holds_nobody_up()
    {
        var speaker = new ScriptedSpeaker { Before = (_, _) => throw new NotSupportedException("A bug.") };
        Say("One.");
        _reply.Complete(null);

        await Assert.ThrowsAsync<NotSupportedException>(() => ReadAsync(speaker).WaitAsync(TimeSpan.FromSeconds(20)));
    }

    [Fact]
    public async Task A_reply_that_is_stopped_falls_silent_also_in_the_middle_of_a_sentence()
    {
        var never = new Gate();
        var cancelled = new TaskCompletionSource();
        var speaker = new ScriptedSpeaker
        {
            Before = async (_, stop) =>
            {
                try
                {
                    await never.PassAsync(stop);
                }
                catch (OperationCanceledException)
                {
                    cancelled.SetResult();
                    throw;
                }
            },
        };
        Say("One.");
        var events = ReadAsync(speaker);
        await never.Reached;

        await _reply.StopAsync();

        Assert.Empty((await events).OfType<VoiceEvent.Sound>());
        await cancelled.Task;
    }

    [Fact]
    public async Task A_reply_that_ended_long_ago_is_silenced_as_well()
    {
        var never = new Gate();
        Say("One.");
        _reply.Complete(null);
        var events = ReadAsync(new ScriptedSpeaker { Before = (_, stop) => never.PassAsync(stop) });
        await never.Reached;

        await _reply.StopAsync();

        Assert.Empty((await events).OfType<VoiceEvent.Sound>());
    }

    [Fact]
    public async Task Who_listens_no_longer_costs_nothing_more()
    {
        var never = new Gate();
        using var listening = new CancellationTokenSource();
        Say("One.");
        var events = ReadAsync(new ScriptedSpeaker { Before = (_, stop) => never.PassAsync(stop) }, listening.Token);
        await never.Reached;

        await listening.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => events);
    }

    private void Say(params string[] sentences)
    {
        foreach (var sentence in sentences)
        {
            _reply.Append(new ReplyEvent.Text(sentence));
            _reply.Append(new ReplyEvent.Sentence(_reply.Sentences.Count, sentence, _reply.Text.Length));
        }
    }

    private async Task<List<VoiceEvent>> ReadAsync(ScriptedSpeaker? speaker, CancellationToken cancellationToken = default)
    {
        var events = new List<VoiceEvent>();
        await foreach (var next in new SpokenReply(new Speech(null, speaker)).ReadAsync(_reply, cancellationToken))
        {
            events.Add(next);
        }

        return events;
    }
}
