using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.ServerSentEvents;
using Assistant.Tests.Fakes;

namespace Assistant.Bench.Talk;

/// <summary>One turn over HTTP. Times are in milliseconds.</summary>
/// <param name="SentenceToRequest">From the moment the model sends what completes the first sentence to the request that has it spoken.</param>
/// <param name="ToFirstSound">From sending the recording to the first sound, without the time the model took to its first sentence.</param>
/// <param name="Overhead">The same, and from the model's last word to the end of the turn.</param>
internal sealed record SpokenTurn(double SentenceToRequest, double ToFirstSound, double Overhead)
{
    private static readonly byte[] Recording = FakeTone.Of(TimeSpan.FromSeconds(2));

    public static async Task<SpokenTurn> TakeAsync(HttpClient http, FakeModelServer fakes)
    {
        var (sentence, last) = (0L, 0L);
        var gate = new Gate();
        fakes.Enqueue(FakeReply.Events()
            .ThenTell(() => sentence = Stopwatch.GetTimestamp())
            .ThenSend(FakeAnswer.Delta("It adds the prices of everything in the basket. And "))
            .ThenHold(gate)
            .ThenTell(() => last = Stopwatch.GetTimestamp())
            .ThenFinish("that is all."));
        var (models, speeches) = (fakes.Requests.Count, fakes.Audio.Speeches.Count);

        var sent = Stopwatch.GetTimestamp();
        using var response = await http.SendAsync(Request(), HttpCompletionOption.ResponseHeadersRead);
        await using var stream = await response.EnsureSuccessStatusCode().Content.ReadAsStreamAsync();
        var (sound, done) = (0L, 0L);
        await foreach (var item in SseParser.Create(stream).EnumerateAsync())
        {
            if (item.EventType == "audio" && sound == 0)
            {
                sound = Stopwatch.GetTimestamp();
                gate.Open();
            }
            else if (item.EventType == "done")
            {
                done = Stopwatch.GetTimestamp();
            }
        }

        var model = Milliseconds(fakes.Requests[models].Times.Arrived, sentence);
        var toFirstSound = Milliseconds(sent, sound) - model;
        return new SpokenTurn(Milliseconds(sentence, fakes.Audio.Speeches[speeches].Arrived), toFirstSound, toFirstSound + Milliseconds(last, done));
    }

    private static HttpRequestMessage Request() => new(HttpMethod.Post, "api/voice")
    {
        Content = new MultipartFormDataContent
        {
            { new ByteArrayContent(Recording) { Headers = { ContentType = new MediaTypeHeaderValue("audio/wav") } }, "audio", "speech.wav" },
            { new StringContent("new"), "conversationId" },
        },
    };

    private static double Milliseconds(long from, long to) => Stopwatch.GetElapsedTime(from, to).TotalMilliseconds;
}
