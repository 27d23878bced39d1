using System.Net.Http.Json;
using Assistant.Core;
using Assistant.Core.Replies;
using Assistant.Tests.Fakes;
using Microsoft.Extensions.DependencyInjection;
using static Microsoft.Playwright.Assertions;

namespace Assistant.Tests.Browser;

/// <summary>As many answers are arriving as may at once, and a person wants one more.</summary>
public sealed class FullJourneys(BrowserFixture browser) : WorkbenchJourney(browser)
{
    [BrowserFact]
    public async Task A_message_that_is_refused_is_one_sentence_and_stays_in_the_box()
    {
        var gate = new Gate();
        Model.Enqueue(FakeReply.Events("Wait").ThenHold(gate).ThenFinish("ed."));
        Model.Enqueue(FakeReply.Text("Now there is room."));
        using var http = new HttpClient { BaseAddress = App.Address };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/generate") { Content = JsonContent.Create(new { prompt = "Wait", delivery = "stream" }) };
        using var elsewhere = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        await OpenAsync();

        await Chat.SendAsync("Is there room?");

        await Expect(Chat.Alert).ToHaveTextAsync("The Assistant is writing as many answers as it may at once. Try again in a moment.");
        await Expect(Chat.Message).ToHaveValueAsync("Is there room?");
        await Expect(Chat.Questions).ToHaveCountAsync(0);
        Assert.EndsWith(App.Address.ToString(), Page.Url, StringComparison.Ordinal);

        gate.Open();
        var runner = App.Services.GetRequiredService<ReplyRunner>();
        await runner.OverAsync(runner.Find(Owner.Local, Assert.Single(elsewhere.Headers.GetValues("X-Reply-Id")))!);
        await Chat.Send.ClickAsync();

        await Expect(Chat.Answer.Text).ToHaveTextAsync("Now there is room.");
        await Expect(Chat.Alert).ToHaveCountAsync(0);
    }

    protected override KestrelFactory CreateApp() =>
        new() { Settings = { ["Assistant:Model:Endpoint"] = Model.Endpoint.ToString(), ["Assistant:Limits:Replies"] = "1" } };
}
