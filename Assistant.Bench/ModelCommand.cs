using System.Globalization;
using Assistant.Tests.Fakes;

namespace Assistant.Bench;

/// <summary>The fake fast model, so that anybody can see the page keep up with 2,000 tokens a second without a key.</summary>
internal static class ModelCommand
{
    private const int DefaultPort = 5081;

    public static async Task<int> RunAsync(string[] arguments)
    {
        if (!TryReadPort(arguments, out var port))
        {
            return Usage.Show();
        }

        var stopped = new TaskCompletionSource();
        Console.CancelKeyPress += (_, pressed) =>
        {
            pressed.Cancel = true;
            stopped.TrySetResult();
        };

        await using var server = await FakeModelServer.StartAsync(port);
        Console.WriteLine($"""
            A fake model answers at {server.Endpoint}
              Models  {string.Join(", ", server.Models)}
            In another terminal:
              dotnet run --project Assistant.Web --Assistant:Model:Endpoint {server.Endpoint}
            Then ask for length: "Write 8000 tokens". It also hears and speaks; add, in the same line:
              --Assistant:Voice:SpeechToText:Endpoint {server.Endpoint} --Assistant:Voice:TextToSpeech:Endpoint {server.Endpoint}
            Press Ctrl+C to stop.
            """);
        await stopped.Task;
        return 0;
    }

    private static bool TryReadPort(string[] arguments, out int port)
    {
        port = DefaultPort;
        return arguments switch
        {
            [] => true,
            [var text] => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out port) && port is > 0 and <= 65_535,
            _ => false,
        };
    }
}
