using System.Net.Http.Json;
using System.Net.ServerSentEvents;
using System.Text;
using System.Text.Json;

namespace Assistant.Tests.Fakes;

/// <summary>One conversation with a server that is killed in the middle of it: an answer that ended, and one that did not.</summary>
/// <param name="Answer">The answer that ended.</param>
/// <param name="Arrived">What was read of the one that did not.</param>
public sealed record CrashTalk(string Conversation, string Answer, string Arrived)
{
    private const string Short = "Is it safe? Write 10 tokens";
    private const string Long = "Write 4000 tokens";

    private static readonly string Whole = string.Concat(FakeMarkdown.Tokens(4000));

    /// <summary>What fake-100 writes in a checkpoint's second, and in three more for a machine that is busy.</summary>
    private static readonly int LongestLoss = string.Concat(FakeMarkdown.Tokens(400)).Length;

    /// <param name="http">The server, with fake-100 behind it.</param>
    /// <param name="events">How much of the answer is read before the kill.</param>
    /// <param name="killAsync">Ends the server with no chance to do anything about it.</param>
    public static async Task<CrashTalk> HoldAsync(HttpClient http, int events, Func<Task> killAsync)
    {
        var asked = await http.PostAsJsonAsync("/api/ask", new { question = Short, conversationId = "new" });
        var answer = await asked.Content.ReadFromJsonAsync<JsonElement>();
        var conversation = answer.GetProperty("conversationId").GetString()!;

        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/generate") { Content = JsonContent.Create(new { prompt = Long, conversationId = conversation }) };
        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        var arrived = new StringBuilder();
        var read = 0;
        await foreach (var item in SseParser.Create(await response.Content.ReadAsStreamAsync()).EnumerateAsync())
        {
            if (read++ >= events)
            {
                break;
            }

            arrived.Append(item.EventType == "delta" ? JsonDocument.Parse(item.Data).RootElement.GetProperty("text").GetString() : "");
        }

        await killAsync();
        return new CrashTalk(conversation, answer.GetProperty("answer").GetString()!, arrived.ToString());
    }

    /// <summary>What the next server has lost, doubled or made up of it; empty when all is well.</summary>
    public async Task<IReadOnlyList<string>> ComplaintsAsync(HttpClient http)
    {
        var found = await http.GetFromJsonAsync<JsonElement>($"/api/conversations/{Conversation}");
        var turns = found.GetProperty("turns").EnumerateArray()
            .Select(turn => (Text: turn.GetProperty("text").GetString()!, State: turn.GetProperty("state").GetString()))
            .ToList();

        var complaints = new List<string>();
        if (!turns.Take(3).SequenceEqual([(Short, "done"), (Answer, "done"), (Long, "done")]))
        {
            complaints.Add("What was said and answered is not there as it was.");
        }

        if (turns.Count > 4)
        {
            complaints.Add($"There are {turns.Count} turns in place of four.");
        }

        // A server that is killed at once may not have begun to keep the answer.
        var (text, state) = turns.Count > 3 ? turns[3] : ("", "interrupted");
        if (state != "interrupted" || !Whole.StartsWith(text, StringComparison.Ordinal))
        {
            complaints.Add($"The answer that was cut is {state}, or says what the model did not.");
        }

        if (text.Length < Arrived.Length - LongestLoss)
        {
            complaints.Add($"Only {text.Length} of {Arrived.Length} characters are left.");
        }

        return complaints;
    }
}
