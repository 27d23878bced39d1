using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Assistant.Bench.Pages;
using Assistant.Tests.Fakes;

namespace Assistant.Bench;

/// <summary>Kills the server in mid-answer many times over the same data folder, and looks after each kill whether anything is missing or doubled.</summary>
internal static class CrashCommand
{
    private const int UsualKills = 50;

    // By then the answer has long begun to be kept; fewer events kill a server that has hardly begun.
    private const int MostEvents = 300;

    public static async Task<int> RunAsync(string[] arguments)
    {
        var kills = arguments is [var count] ? int.Parse(count, CultureInfo.InvariantCulture) : UsualKills;
        var data = Directory.CreateTempSubdirectory("assistant-bench-");
        await using var model = await FakeModelServer.StartAsync();
        try
        {
            var talks = new List<CrashTalk>();
            var complaints = 0;
            for (var kill = 0; kill <= kills; kill++)
            {
                await using var server = await ServerProcess.StartAssistantAsync(model.Endpoint, "fake-100", data);
                using var http = new HttpClient { BaseAddress = server.Address };
                complaints += await CountComplaintsAsync(http, talks);
                if (kill < kills)
                {
                    talks.Add(await CrashTalk.HoldAsync(http, Random.Shared.Next(MostEvents), server.KillAsync));
                }
            }

            Console.WriteLine($"{kills} kills, {complaints} complaints.");
            return complaints == 0 ? 0 : 1;
        }
        finally
        {
            data.Delete(recursive: true);
        }
    }

    private static async Task<int> CountComplaintsAsync(HttpClient http, List<CrashTalk> talks)
    {
        var complaints = new List<string>();
        var listed = (await http.GetFromJsonAsync<JsonElement>("/api/conversations?take=1000")).GetArrayLength();
        if (listed != talks.Count)
        {
            complaints.Add($"{listed} conversations are listed in place of {talks.Count}.");
        }

        foreach (var talk in talks)
        {
            complaints.AddRange(await talk.ComplaintsAsync(http));
        }

        complaints.ForEach(Console.WriteLine);
        return complaints.Count;
    }
}
