using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Assistant.Tests.Browser;
using Assistant.Tests.Fakes;

namespace Assistant.Tests.Endpoints;

/// <summary>A whole spoken turn over HTTP, with a fake model, recogniser and speaker behind it.</summary>
public sealed class VoiceEndpointTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private FakeModelServer _server = null!;
    private KestrelFactory _app = null!;
    private HttpClient _http = null!;

    public async Task InitializeAsync()
    {
        _server = await FakeModelServer.StartAsync();
        _app = AppWith(hears: true, speaks: true);
        _http = _app.CreateClient();
    }

    public async Task DisposeAsync()
    {
        await _app.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task A_recording_is_answered_sentence_by_sentence_and_aloud()
    {
        _server.Enqueue(FakeReply.Text("It adds all prices of the basket. ", "Nothing else happens there."));

        var response = await _http.PostAsync("/api/voice", Form(FakeTone.Of(TimeSpan.FromSeconds(1)), "audio/wav", "new"));

        var events = await Api.EventsAsync(response);
        Assert.Equal("What does the total method do?", Text(events[0].Data, "text"));
        Assert.Equal("transcript", events[0].EventType);
        Assert.Equal("done", events[^1].EventType);
        Assert.Equal(
            [(0, "It adds all prices of the basket."), (1, "Nothing else happens there.")],
            events.Where(item => item.EventType == "sentence").Select(item => (item.Data.GetProperty("index").GetInt32(), Text(item.Data, "text"))));
        Assert.Equal(["It adds all prices of the basket.", "Nothing else happens there."], _server.Audio.Speeches.Select(speech => speech.Text));
        Assert.Equal(FakeTone.Of("It adds all prices of the basket."), SoundOf(events, 0));
        Assert.Equal(FakeTone.Of("Nothing else happens there."), SoundOf(events, 1));
        var done = events[^1].Data;
        Assert.Equal("It adds all prices of the basket. Nothing else happens there.", Text(done, "answer"));
        Assert.Equal(Text(done, "replyId"), Assert.Single(response.Headers.GetValues("X-Reply-Id")));
        Assert.Equal(Text(done, "conversationId"), Assert.Single(response.Headers.GetValues("X-Conversation-Id")));
        Assert.True(done.GetProperty("timing").TryGetProperty("totalMs", out _));
        var stages = ((string[])["transcribedMs", "firstSentenceMs", "firstSoundMs", "doneMs"]).Select(stage => done.GetProperty("stages").GetProperty(stage).GetDouble()).ToList();
        Assert.Equal(stages.Order(), stages);
    }

    [Fact]
    public async Task The_transcript_and_the_answer_are_turns_of_the_conversation()
    {
        _server.Enqueue(FakeReply.Text("In Basket."));

        var id = Text((await SayAsync("Where is total?", "new"))[^1], "conversationId");

        Assert.Equal([("user", "Where is total?", "done"), ("assistant", "In Basket.", "done")], await TurnsAsync(id));
    }

    [Fact]
    public async Task Without_a_conversation_nothing_is_kept()
    {
        _server.Enqueue(FakeReply.Text("In Basket."));

        var done = (await SayAsync("Where is total?"))[^1];

        Assert.Equal(JsonValueKind.Null, done.GetProperty("conversationId").ValueKind);
        Assert.Equal("[]", await _http.GetStringAsync("/api/conversations"));
    }

    [Fact]
    public async Task Speech_is_asked_for_before_the_model_has_ended()
    {
        var gate = new Gate();
        _server.Enqueue(FakeReply.Events("It adds all prices of the basket. ", "Noth").ThenHold(gate).ThenFinish("ing else happens there."));

        var events = SayAsync("What does it do?");
        await _server.Audio.AskedToSayAsync(CancellationToken.None).WaitAsync(Patience);
        gate.Open();

        Assert.Equal("It adds all prices of the basket. Nothing else happens there.", Text((await events)[^1], "answer"));
    }

    [Fact]
    public async Task Of_an_interrupted_answer_only_what_was_heard_is_kept()
    {
        var gate = new Gate();
        _server.Enqueue(FakeReply.Events("It adds all prices of the basket. Nothing else happens there. And ").ThenHold(gate));
        var response = await SendAsync("What does it do?", "new");
        await gate.Reached;
        await foreach (var item in Api.ReadAsync(response))
        {
            if (item.EventType == "sentence" && item.Data.GetProperty("index").GetInt32() == 1)
            {
                break;
            }
        }

        var heard = await _http.PostAsJsonAsync($"/api/voice/{Header(response, "X-Reply-Id")}/heard", new { index = 0 });

        Assert.Equal(HttpStatusCode.NoContent, heard.StatusCode);
        Assert.Equal(("assistant", "It adds all prices of the basket.", "interrupted"), (await TurnsAsync(Header(response, "X-Conversation-Id")))[1]);
    }

    [Fact]
    public async Task An_answer_can_be_interrupted_while_it_is_spoken_long_after_it_was_written()
    {
        _server.Enqueue(FakeReply.Text("It adds all prices of the basket. Nothing else happens there."));
        _server.Audio.EnqueueSaying(FakeReply.Hang());
        var response = await SendAsync("What does it do?", "new");
        await _server.Audio.AskedToSayAsync(CancellationToken.None).WaitAsync(Patience);
        await UntilDoneAsync(Header(response, "X-Reply-Id"));

        await _http.PostAsJsonAsync($"/api/voice/{Header(response, "X-Reply-Id")}/heard", new { index = -1 });

        Assert.Equal(("assistant", "", "interrupted"), (await TurnsAsync(Header(response, "X-Conversation-Id")))[1]);
    }

    [Fact]
    public async Task An_answer_that_was_heard_to_its_end_stays_whole()
    {
        _server.Enqueue(FakeReply.Text("It adds all prices of the basket. Nothing else happens there."));
        var done = (await SayAsync("What does it do?", "new"))[^1];

        await _http.PostAsJsonAsync($"/api/voice/{Text(done, "replyId")}/heard", new { index = 1 });

        Assert.Equal(("assistant", Text(done, "answer"), "done"), (await TurnsAsync(Text(done, "conversationId")))[1]);
    }

    [Fact]
    public async Task After_an_interruption_the_next_turn_works_and_knows_what_was_heard()
    {
        var gate = new Gate();
        _server.Enqueue(FakeReply.Events("It adds all prices of the basket. Nothing else ").ThenHold(gate));
        _server.Enqueue(FakeReply.Text("Because."));
        var response = await SendAsync("What does it do?", "new");
        await gate.Reached;
        await _server.Audio.AskedToSayAsync(CancellationToken.None).WaitAsync(Patience);
        await _http.PostAsJsonAsync($"/api/voice/{Header(response, "X-Reply-Id")}/heard", new { index = 0 });

        var done = (await SayAsync("Why?", Header(response, "X-Conversation-Id")))[^1];

        Assert.Equal("Because.", Text(done, "answer"));
        var sent = _server.Requests[^1].Body.GetProperty("messages").EnumerateArray().Select(message => message.GetProperty("content").ToString()).ToList();
        Assert.Equal("It adds all prices of the basket.\n[The developer interrupted here and heard no more.]", sent[2]);
    }

    [Fact]
    public async Task Two_turns_at_once_in_one_conversation_are_one_too_many_and_the_next_one_works()
    {
        var gate = new Gate();
        _server.Enqueue(FakeReply.Events("It adds ").ThenHold(gate).ThenFinish("up."));
        _server.Enqueue(FakeReply.Text("Because."));
        var first = await SendAsync("What does it do?", "new");
        await gate.Reached;

        var second = await SendAsync("And why?", Header(first, "X-Conversation-Id"));
        Assert.Equal(HttpStatusCode.Conflict, second.StatusCode);
        gate.Open();
        await Api.EventsAsync(first);

        Assert.Equal("Because.", Text((await SayAsync("And why?", Header(first, "X-Conversation-Id")))[^1], "answer"));
    }

    [Fact]
    public async Task A_speaker_that_fails_leaves_the_text()
    {
        _server.Enqueue(FakeReply.Text("It adds all prices of the basket. Nothing else happens there."));
        _server.Audio.EnqueueSaying(FakeReply.Error(500, "{}"));

        var events = await Api.EventsAsync(await SendAsync("What does it do?"));

        Assert.StartsWith("The answer is not spoken: ", Text(Assert.Single(events, item => item.EventType == "notice").Data, "message"));
        Assert.Equal("It adds all prices of the basket. Nothing else happens there.", Text(events[^1].Data, "answer"));
    }

    [Fact]
    public async Task A_model_that_fails_ends_the_stream_with_the_problem()
    {
        _server.Enqueue(FakeReply.Error(401, "{}"));

        var events = await Api.EventsAsync(await SendAsync("What does it do?"));

        Assert.Equal("error", events[^1].EventType);
        Assert.Equal(("unauthorized", 502), (Text(events[^1].Data, "kind"), events[^1].Data.GetProperty("status").GetInt32()));
    }

    [Theory]
    [InlineData(401, 502, "unauthorized")]
    [InlineData(503, 503, "unavailable")]
    public async Task A_recogniser_that_fails_is_a_problem_and_nothing_is_asked(int status, int expected, string kind)
    {
        _server.Audio.EnqueueHearing(FakeReply.Error(status, "{}"));

        var response = await _http.PostAsync("/api/voice", Form(FakeTone.Of(TimeSpan.FromSeconds(1)), "audio/wav", "new"));

        Assert.Equal(expected, (int)response.StatusCode);
        Assert.Equal(kind, Text(await Api.JsonAsync(response), "kind"));
        Assert.Empty(_server.Requests);
        Assert.Equal("[]", await _http.GetStringAsync("/api/conversations"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[BLANK_AUDIO]")]
    [InlineData("(coughs) ♪")]
    [InlineData(" ... ")]
    public async Task Silence_and_noise_are_not_asked(string transcript)
    {
        _server.Audio.Transcript = transcript;

        var response = await _http.PostAsync("/api/voice", Form(FakeTone.Of(TimeSpan.FromSeconds(1)), "audio/wav", "new"));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("Nothing was understood. Please say it again, closer to the microphone.", Error(await Api.JsonAsync(response), "audio"));
        Assert.Empty(_server.Requests);
    }

    [Theory]
    [InlineData("audio/webm", 0, 400)]
    [InlineData("audio/webm", 100, 400)]
    [InlineData("text/plain", 100, 415)]
    [InlineData("audio/webm", 26_214_401, 413)]
    [InlineData("audio/webm", 40_000_000, 413)]
    public async Task A_recording_that_cannot_be_listened_to_is_refused_in_words(string type, int length, int status)
    {
        using var http = _app.CreateAskingClient();

        var response = await http.PostAsync(new Uri("/api/voice", UriKind.Relative), Form(new byte[length], type, "new"));

        Assert.Equal(status, (int)response.StatusCode);
        Assert.EndsWith(".", Error(await Api.JsonAsync(response), "audio"));
        Assert.Empty(_server.Audio.Recordings);
    }

    [Fact]
    public async Task A_recording_without_a_form_and_a_form_that_breaks_off_are_refused_in_words()
    {
        var bare = new ByteArrayContent(FakeTone.Of(TimeSpan.FromSeconds(1))) { Headers = { ContentType = new MediaTypeHeaderValue("audio/wav") } };
        var torn = new StringContent("--cut\r\nContent-Disposition: form-data; name=\"audio\"; filename=\"a.wav\"\r\n\r\nRIFF");
        torn.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=cut");

        var responses = (Bare: await _http.PostAsync("/api/voice", bare), Torn: await _http.PostAsync("/api/voice", torn));

        Assert.Equal((HttpStatusCode.UnsupportedMediaType, HttpStatusCode.BadRequest), (responses.Bare.StatusCode, responses.Torn.StatusCode));
        Assert.StartsWith("Send a recording as the file “audio” of a form", Error(await Api.JsonAsync(responses.Bare), "body"), StringComparison.Ordinal);
        Assert.Equal("The form cannot be read. Please send the recording again.", Error(await Api.JsonAsync(responses.Torn), "audio"));
    }

    [Fact]
    public async Task A_form_without_a_recording_and_a_body_without_words_are_refused()
    {
        var form = await _http.PostAsync("/api/voice", new MultipartFormDataContent { { new StringContent("new"), "conversationId" } });
        var body = await SendAsync("  ");

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest), (form.StatusCode, body.StatusCode));
        Assert.NotEmpty(Error(await Api.JsonAsync(form), "audio"));
        Assert.NotEmpty(Error(await Api.JsonAsync(body), "transcript"));
    }

    [Fact]
    public async Task Without_a_recogniser_a_recording_is_refused_and_a_transcript_is_answered_in_text()
    {
        await using var app = AppWith(hears: false, speaks: false);
        using var http = app.CreateClient();
        _server.Enqueue(FakeReply.Text("In Basket."));

        var recorded = await http.PostAsync("/api/voice", Form(FakeTone.Of(TimeSpan.FromSeconds(1)), "audio/wav", null));
        var typed = await Api.EventsAsync(await http.PostAsJsonAsync("/api/voice", new { transcript = "Where is total?" }));

        Assert.Equal(HttpStatusCode.BadRequest, recorded.StatusCode);
        Assert.Contains("Assistant:Voice:SpeechToText:Endpoint", Error(await Api.JsonAsync(recorded), "audio"));
        Assert.Equal(["transcript", "sentence", "done"], typed.Select(item => item.EventType));
    }

    [Fact]
    public async Task An_unknown_conversation_is_not_found_before_anything_is_recognised()
    {
        var response = await _http.PostAsync("/api/voice", Form(FakeTone.Of(TimeSpan.FromSeconds(1)), "audio/wav", new string('0', 32)));

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Empty(_server.Audio.Recordings);
    }

    [Fact]
    public async Task Only_spoken_answers_can_be_interrupted()
    {
        _server.Enqueue(FakeReply.Text("In Basket."));
        var written = Text(await Api.JsonAsync(await _http.PostAsJsonAsync("/api/ask", new { question = "Where?", conversationId = "new" })), "replyId");

        Assert.Equal(HttpStatusCode.NotFound, (await _http.PostAsJsonAsync($"/api/voice/{written}/heard", new { index = -1 })).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await _http.PostAsJsonAsync("/api/voice/nothing/heard", new { index = 0 })).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await _http.PostAsJsonAsync($"/api/voice/{written}/heard", new { })).StatusCode);
    }

    [Fact]
    public async Task What_tools_found_for_an_interrupted_answer_is_kept()
    {
        _server.Enqueue(FakeReply.ToolCall("find_symbol", """{"name":"calc"}"""));
        var gate = new Gate();
        _server.Enqueue(FakeReply.Events("It is in the basket class. And ").ThenHold(gate));
        _server.Enqueue(FakeReply.Text("Because."));
        var response = await SendAsync("Where is calc?", "new");
        await gate.Reached;
        await _http.PostAsJsonAsync($"/api/voice/{Header(response, "X-Reply-Id")}/heard", new { index = -1 });

        await SayAsync("Why?", Header(response, "X-Conversation-Id"));

        var messages = _server.Requests[^1].Body.GetProperty("messages").EnumerateArray().ToList();
        Assert.Equal(["system", "user", "assistant", "tool", "assistant", "user"], messages.Select(message => Text(message, "role")));
        Assert.Contains("Basket.cs", messages[3].GetProperty("content").ToString());
    }

    private KestrelFactory AppWith(bool hears, bool speaks) => new()
    {
        Settings =
        {
            ["Assistant:Model:Endpoint"] = $"{_server.Endpoint}",
            ["Assistant:Voice:SpeechToText:Endpoint"] = hears ? $"{_server.Endpoint}" : null,
            ["Assistant:Voice:TextToSpeech:Endpoint"] = speaks ? $"{_server.Endpoint}" : null,
        },
    };

    private static MultipartFormDataContent Form(byte[] sound, string type, string? conversationId)
    {
        var form = new MultipartFormDataContent { { new ByteArrayContent(sound) { Headers = { ContentType = MediaTypeHeaderValue.Parse(type) } }, "audio", "speech" } };
        if (conversationId is not null)
        {
            form.Add(new StringContent(conversationId), "conversationId");
        }

        return form;
    }

    private Task<HttpResponseMessage> SendAsync(string transcript, string? conversationId = null) => _http.SendAsync(
        new HttpRequestMessage(HttpMethod.Post, "/api/voice") { Content = JsonContent.Create(new { transcript, conversationId }) }, HttpCompletionOption.ResponseHeadersRead);

    private async Task<IReadOnlyList<JsonElement>> SayAsync(string transcript, string? conversationId = null) =>
        [.. (await Api.EventsAsync(await SendAsync(transcript, conversationId))).Select(item => item.Data)];

    private async Task UntilDoneAsync(string replyId) => await Api.EventsAsync(await _http.GetAsync($"/api/replies/{replyId}", HttpCompletionOption.ResponseHeadersRead));

    private async Task<IReadOnlyList<(string Role, string Text, string State)>> TurnsAsync(string id)
    {
        var conversation = await _http.GetFromJsonAsync<JsonElement>($"/api/conversations/{id}");
        return [.. conversation.GetProperty("turns").EnumerateArray().Select(turn => (Text(turn, "role"), Text(turn, "text"), Text(turn, "state")))];
    }

    private static byte[] SoundOf(IEnumerable<System.Net.ServerSentEvents.SseItem<JsonElement>> events, int index) =>
    [
        .. events.Where(item => item.EventType == "audio" && item.Data.GetProperty("index").GetInt32() == index)
            .SelectMany(item => item.Data.GetProperty("base64").GetBytesFromBase64()),
    ];

    private static string Header(HttpResponseMessage response, string name) => response.Headers.GetValues(name).Single();

    private static string Text(JsonElement json, string name) => json.GetProperty(name).GetString()!;

    private static string Error(JsonElement problem, string field) => problem.GetProperty("errors").GetProperty(field)[0].GetString()!;
}
