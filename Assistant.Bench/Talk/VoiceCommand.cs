using System.Globalization;
using Assistant.Bench.Pages;
using Assistant.Tests.Browser;
using Assistant.Tests.Fakes;

namespace Assistant.Bench.Talk;

/// <summary>What the Assistant adds to a spoken turn: recogniser, model and speaker are fakes that answer at once, so what is left is its own.</summary>
internal static class VoiceCommand
{
    private const int DefaultTurns = 40;

    // The server compiles what it runs often once more while it runs.
    private const int WarmUps = 40;

    /// <summary>A browser and its microphone take their time, and one press is like another.</summary>
    private const int Presses = 10;

    private const double SentenceLimit = 20;
    private const double OverheadLimit = 60;
    private const double PressLimit = 100;

    /// <param name="arguments">How many turns to measure.</param>
    public static async Task<int> RunAsync(string[] arguments)
    {
        var turns = DefaultTurns;
        if (arguments is [var text] && (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out turns) || turns == 0))
        {
            return Usage.Show();
        }

        await using var fakes = await FakeModelServer.StartAsync();
        await using var app = await ServerProcess.StartAssistantAsync(
            fakes.Endpoint, "fake-2000", null,
            "--Assistant:Voice:SpeechToText:Endpoint", $"{fakes.Endpoint}", "--Assistant:Voice:TextToSpeech:Endpoint", $"{fakes.Endpoint}");
        using var http = new HttpClient { BaseAddress = app.Address };
        var taken = new List<SpokenTurn>();
        for (var turn = 0; turn < WarmUps + turns; turn++)
        {
            taken.Add(await SpokenTurn.TakeAsync(http, fakes));
        }

        taken.RemoveRange(0, WarmUps);
        Target[] targets =
        [
            new("sentence end at the model → speech request, p95", new Samples(taken.Select(turn => turn.SentenceToRequest)).P95, SentenceLimit, "ms"),
            new("recording in → first sound out, without recogniser, model and speaker, p95", new Samples(taken.Select(turn => turn.ToFirstSound)).P95, OverheadLimit, "ms"),
            new("the whole turn without them, p95", new Samples(taken.Select(turn => turn.Overhead)).P95, OverheadLimit, "ms"),
        ];
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{turns} turns; medians: {new Samples(taken.Select(turn => turn.SentenceToRequest)).Median:0.0}, {new Samples(taken.Select(turn => turn.ToFirstSound)).Median:0.0} and {new Samples(taken.Select(turn => turn.Overhead)).Median:0.0} ms"));
        Array.ForEach(targets, Console.WriteLine);
        var pressed = await PressesAsync(app, fakes);
        Console.WriteLine(pressed);
        return pressed?.IsMet != false && Array.TrueForAll(targets, target => target.IsMet) ? 0 : 1;
    }

    /// <returns>Nothing without a browser.</returns>
    private static async Task<Target?> PressesAsync(ServerProcess app, FakeModelServer fakes)
    {
        if (Chromium.Path is null)
        {
            await Console.Error.WriteLineAsync(Chromium.Missing);
            return null;
        }

        await using var browser = await TalkingBrowser.StartAsync("Where is parse config?");
        await using var window = await TalkingWindow.OpenAsync(browser, app.Address);
        var lags = new List<double>();
        for (var press = 0; press < Presses; press++)
        {
            lags.Add(await window.PressAsync(fakes));
        }

        return new("end of speech, by a press → recogniser, in the browser, p95", new Samples(lags).P95, PressLimit, "ms");
    }
}
