using Assistant.Core.Model;
using Assistant.Core.Voice;
using Assistant.Tests.Fakes;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Assistant.Tests.Voice;

public sealed class SpeechClientTests : IAsyncLifetime
{
    private const string Key = "sk-test-0123456789abcdef";

    private readonly ManualTime _time = new();
    private FakeModelServer _server = null!;
    private ServiceProvider? _services;

    public async Task InitializeAsync() => _server = await FakeModelServer.StartAsync();

    public async Task DisposeAsync()
    {
        await (_services?.DisposeAsync() ?? ValueTask.CompletedTask);
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task A_recording_goes_out_with_its_type_its_model_and_likely_words()
    {
        var options = new SpeechToTextOptions();
        new RecordingHints("audio/webm", "ParseConfig, JsonParser").AttachTo(options);

        var heard = await Recogniser().GetTextAsync(new MemoryStream([1, 2, 3]), options);

        Assert.Equal("What does the total method do?", heard.Text);
        var sent = Assert.Single(_server.Audio.Recordings);
        Assert.Equal(("speech.webm", "audio/webm", "ears", "ParseConfig, JsonParser"), (sent.FileName, sent.ContentType, sent.Model, sent.Prompt));
        Assert.Equal([1, 2, 3], sent.Sound);
    }

    [Theory]
    [InlineData("""{"text": " Is it? ", "language": "en"}""", " Is it? ")]
    [InlineData("Is it?", "Is it?")]
    [InlineData("\"Is it?\"", "Is it?")]
    [InlineData("""{"text": ""}""", "")]
    public async Task What_servers_answer_is_read_leniently(string body, string expected)
    {
        _server.Audio.EnqueueHearing(FakeReply.Raw(body, "application/json"));

        Assert.Equal(expected, (await Recogniser().GetTextAsync(new MemoryStream([1]))).Text);
    }

    [Theory]
    [InlineData("<html>Welcome</html>", ModelFault.BadResponse)]
    [InlineData("", ModelFault.BadResponse)]
    [InlineData("""{"result": 1}""", ModelFault.BadResponse)]
    public async Task What_is_no_transcript_is_a_fault(string body, ModelFault kind)
    {
        _server.Audio.EnqueueHearing(FakeReply.Raw(body, "text/html"));

        var failure = await Assert.ThrowsAsync<ModelException>(() => Recogniser().GetTextAsync(new MemoryStream([1])));

        Assert.Equal(kind, failure.Kind);
    }

    [Fact]
    public async Task A_refusal_names_the_setting_and_never_the_key()
    {
        _server.Audio.EnqueueHearing(FakeReply.Error(401, $$$"""{"error": {"message": "Incorrect API key provided: {{{Key}}}"}}"""));

        var failure = await Assert.ThrowsAsync<ModelException>(() => Recogniser().GetTextAsync(new MemoryStream([1])));

        Assert.Equal(ModelFault.Unauthorized, failure.Kind);
        Assert.Contains("Assistant:Voice:SpeechToText:ApiKey", failure.Message);
        Assert.DoesNotContain("Settings or", failure.Message);
        Assert.DoesNotContain(Key, failure.ToString());
    }

    [Fact]
    public async Task A_recogniser_that_says_nothing_is_given_up()
    {
        _server.Audio.EnqueueHearing(FakeReply.Hang());
        var hearing = Recogniser().GetTextAsync(new MemoryStream([1]));
        await _server.Audio.RecordedAsync(CancellationToken.None);

        _time.Advance(TimeSpan.FromMinutes(10));

        Assert.Equal(ModelFault.Timeout, (await Assert.ThrowsAsync<ModelException>(() => hearing)).Kind);
    }

    [Theory]
    [InlineData("Assistant:Voice:SpeechToText:Endpoint")]
    [InlineData("Assistant:Voice:TextToSpeech:Endpoint")]
    public void Speech_is_not_sent_where_anybody_on_the_way_could_listen(string setting)
    {
        using var services = TestServices.Create(new ScriptedModel(["never"]), _time, (setting, "http://speech.example/v1"));

        var refusal = Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IStartupValidator>().Validate());

        Assert.Contains($"{setting} cannot be used", refusal.Message);
    }

    [Fact]
    public void Without_settings_the_server_neither_hears_nor_speaks()
    {
        using var services = TestServices.Create(new ScriptedModel(["never"]), _time);

        var speech = services.GetRequiredService<Speech>();

        Assert.Equal((false, false), (speech.Hears, speech.Speaks));
    }

    [Fact]
    public async Task The_sound_of_a_sentence_is_given_out_while_it_arrives()
    {
        var gate = new Gate();
        var (start, rest) = (new byte[5_000], new byte[20_000]);
        Array.Fill(rest, (byte)7);
        _server.Audio.EnqueueSaying(FakeReply.Raw([start], "audio/wav").ThenHold(gate).Then(new FakeStep.Bytes(rest)));

        var sound = new List<byte>();
        await foreach (var update in Speaker().GetStreamingAudioAsync("Hello."))
        {
            sound.AddRange(Assert.IsType<DataContent>(Assert.Single(update.Contents)).Data.ToArray());
            gate.Open();   // what had arrived was handed over before the rest was sent
        }

        Assert.Equal([.. start, .. rest], sound);
    }

    [Fact]
    public async Task A_text_goes_out_with_model_voice_and_a_format_that_can_be_played_while_it_arrives()
    {
        await Speaker().GetAudioAsync("Hello.");

        var sent = Assert.Single(_server.Audio.Speeches);
        Assert.Equal("""{"model":"mouth","input":"Hello.","voice":"amy","response_format":"wav"}""", sent.Body.GetRawText());
    }

    [Theory]
    [InlineData("text/html", "<html></html>")]
    [InlineData("application/json", "{}")]
    public async Task What_is_no_sound_is_a_fault(string contentType, string body)
    {
        _server.Audio.EnqueueSaying(FakeReply.Raw(body, contentType));

        Assert.Equal(ModelFault.BadResponse, (await Assert.ThrowsAsync<ModelException>(() => Speaker().GetAudioAsync("Hello."))).Kind);
    }

    [Fact]
    public async Task Sound_that_breaks_off_is_a_fault_after_what_had_arrived()
    {
        _server.Audio.EnqueueSaying(FakeReply.Raw([new byte[40_000]], "audio/wav").ThenCut());
        var sound = 0;

        var failure = await Assert.ThrowsAsync<ModelException>(async () =>
        {
            await foreach (var update in Speaker().GetStreamingAudioAsync("Hello."))
            {
                sound += update.Contents.OfType<DataContent>().Sum(content => content.Data.Length);
            }
        });

        Assert.Equal(ModelFault.Incomplete, failure.Kind);
        Assert.InRange(sound, 1, 40_000);
    }

    [Fact]
    public async Task A_speaker_that_falls_silent_is_given_up()
    {
        _server.Audio.EnqueueSaying(FakeReply.Raw([new byte[5_000]], "audio/wav").ThenHang());
        await using var sound = Speaker().GetStreamingAudioAsync("Hello.").GetAsyncEnumerator();
        Assert.True(await sound.MoveNextAsync());
        var more = sound.MoveNextAsync().AsTask();

        _time.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(ModelFault.Stalled, (await Assert.ThrowsAsync<ModelException>(() => more)).Kind);
    }

    private ISpeechToTextClient Recogniser() => Speech().Recogniser!;

    private ITextToSpeechClient Speaker() => Speech().Speaker!;

    private Speech Speech() => (_services ??= TestServices.Create(
        new ScriptedModel(["never"]),
        _time,
        ("Assistant:Voice:SpeechToText:Endpoint", $"{_server.Endpoint}"),
        ("Assistant:Voice:SpeechToText:ApiKey", Key),
        ("Assistant:Voice:SpeechToText:Model", "ears"),
        ("Assistant:Voice:TextToSpeech:Endpoint", $"{_server.Endpoint}"),
        ("Assistant:Voice:TextToSpeech:ApiKey", Key),
        ("Assistant:Voice:TextToSpeech:Model", "mouth"),
        ("Assistant:Voice:TextToSpeech:Voice", "amy"))).GetRequiredService<Speech>();
}
