using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Assistant.Core;
using Assistant.Core.Conversations;
using Assistant.Core.Replies;
using Assistant.Core.Voice;
using Microsoft.AspNetCore.Mvc;

namespace Assistant.Web.Endpoints;

internal static class VoiceEndpoints
{
    private const string NoRecogniser =
        "No recogniser of speech is set here: set Assistant:Voice:SpeechToText:Endpoint, or send what was said as {\"transcript\": …}.";

    public static IEndpointRouteBuilder MapVoice(this IEndpointRouteBuilder api)
    {
        api.MapPost("/voice", SayAsync)
            .WithMetadata(new RequestSizeLimitAttribute(VoiceInput.BodyBytes))
            .Produces<SentenceJson>(contentType: "text/event-stream")
            .WithSummary("Answers a recording (form: audio, conversationId) or a transcript (JSON) sentence by sentence, spoken where a speaker is set.");
        api.MapPost("/voice/{replyId}/heard", HeardAsync)
            .Accepts<HeardBody>("application/json")
            .Produces(StatusCodes.Status204NoContent)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .WithSummary("Interrupts a spoken answer: only what was heard of it is kept.");
        return api;
    }

    private static async Task<IResult> SayAsync(HttpContext context, ConversationTurns turns, Speech speech, Hearing hearing, SpokenReply voice, TimeProvider time)
    {
        var input = await VoiceInput.ReadAsync(context.Request);
        var stages = new VoiceStages(time);
        if (input.Recording is not null && !speech.Hears)
        {
            throw new InputException(StatusCodes.Status400BadRequest, "audio", NoRecogniser);
        }

        await turns.CheckAsync(input.ConversationId, context.RequestAborted);
        var transcript = input.Recording is { } recording ? await hearing.HearAsync(recording, context.RequestAborted) : input.Transcript!;
        stages.Transcribed();
        var reply = await turns.StartAsync<VoiceService>(
            input.ConversationId,
            new Turn(Turn.NewId(), TurnRole.User, transcript) { Kind = VoiceService.Kind },
            (service, said, history, answer, stopping) => service.AnswerAsync(new VoiceRequest(said.Text, history), answer, stopping),
            context.RequestAborted);
        ReplyResponses.StopWithCaller(reply, context);
        context.Response.Headers["X-Reply-Id"] = reply.Id; // who interrupts cannot wait for the end, and the page shows the conversation meanwhile
        context.Response.Headers["X-Conversation-Id"] = reply.ConversationId;
        return Results.ServerSentEvents(ItemsAsync(transcript, reply, voice, stages, context.RequestAborted));
    }

    private static async Task<IResult> HeardAsync(string replyId, HttpContext context, Interruptions interruptions, Owner owner)
    {
        var body = await Input.ReadAsync<HeardBody>(context.Request);
        var index = body.Index ?? throw new InputException(StatusCodes.Status400BadRequest, "index", "Say the index of the last sentence that was heard; -1 for none.");
        return await interruptions.HeardAsync(owner, replyId, index, context.RequestAborted)
            ? Results.NoContent()
            : Problems.NotFound("This spoken answer does not exist, or no longer.");
    }

    private static async IAsyncEnumerable<SseItem<object>> ItemsAsync(
        string transcript, Reply reply, SpokenReply voice, VoiceStages stages, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        yield return new SseItem<object>(new TranscriptJson(transcript), "transcript");
        await foreach (var said in voice.ReadAsync(reply, cancellationToken))
        {
            yield return ItemOf(said, stages);
        }

        await reply.Ended.WaitAsync(cancellationToken);
        yield return reply.End is ReplyEvent.Failed { Failure: var failure }
            ? new SseItem<object>(Problems.Of(failure), "error")
            : new SseItem<object>(EndOf(reply, stages), "done");
    }

    private static SseItem<object> ItemOf(VoiceEvent said, VoiceStages stages)
    {
        switch (said)
        {
            case VoiceEvent.Sentence sentence:
                stages.Sentence();
                return new SseItem<object>(new SentenceJson(sentence.Index, sentence.Text), "sentence");
            case VoiceEvent.Sound sound:
                stages.Sound();
                return new SseItem<object>(new AudioJson(sound.Index, sound.MediaType, sound.Bytes), "audio");
            case VoiceEvent.Trouble trouble:
                return new SseItem<object>(new NoticeJson(trouble.Message, null), "notice");
            default:
                throw new InvalidOperationException($"{said.GetType()} is not told to anybody.");
        }
    }

    private static VoiceEndJson EndOf(Reply reply, VoiceStages stages)
    {
        var facts = reply.End!.FactsAtEnd!;
        return new VoiceEndJson(
            reply.Id,
            reply.ConversationId,
            reply.Text,
            facts.Model,
            reply.State == ReplyState.Stopped ? EndJson.Stopped : facts.FinishReason,
            UsageJson.Of(facts.Usage),
            TimingJson.Of(facts.Timing),
            stages.End());
    }

    private sealed record HeardBody(int? Index);

    private sealed record TranscriptJson(string Text);

    private sealed record AudioJson(int Index, string ContentType, ReadOnlyMemory<byte> Base64);

    private sealed record VoiceEndJson(
        string ReplyId, string? ConversationId, string Answer, string? Model, string? FinishReason, UsageJson? Usage, TimingJson Timing, VoiceStagesJson Stages);
}
