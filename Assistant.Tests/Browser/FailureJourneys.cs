using Assistant.Tests.Fakes;
using static Microsoft.Playwright.Assertions;

namespace Assistant.Tests.Browser;

public sealed class FailureJourneys(BrowserFixture browser) : WorkbenchJourney(browser)
{
    private const string LongRequest = "Write a parser for CSV files";

    [BrowserFact]
    public async Task An_endpoint_that_is_down_is_one_sentence_and_retry_works_when_it_is_up()
    {
        await OpenAsync();
        await Expect(Workbench.Header).ToContainTextAsync("fake-2000");
        var port = Model.Endpoint.Port;
        await Model.DisposeAsync();
        await Chat.SendAsync(LongRequest);

        await Expect(Chat.Answer.Alert).ToHaveTextAsync($"Could not reach {Model.Endpoint}: connection refused. Is the server running?");
        await Chat.Answer.ExpectStateAsync("failed");

        await using var again = await FakeModelServer.StartAsync(port);
        again.Enqueue(FakeReply.Text("Up again."));
        await Chat.Answer.Retry.ClickAsync();

        await Expect(Chat.Answer.Text).ToHaveTextAsync("Up again.");
        await Chat.Answer.ExpectStateAsync("done");
        await Expect(Chat.Answer.Alert).ToHaveCountAsync(0);
        await Expect(Chat.Answers).ToHaveCountAsync(1);
    }

    [BrowserFact]
    public async Task A_stream_that_is_cut_keeps_its_text_and_retry_asks_again()
    {
        Model.Enqueue(FakeReply.Events("Begin with the ", "quotes").ThenCut());
        Model.Enqueue(FakeReply.Text("Begin with the quotes, then split."));
        await OpenAsync();
        await Chat.SendAsync(LongRequest);

        await Chat.Answer.ExpectStateAsync("interrupted");
        await Expect(Chat.Answer.Text).ToHaveTextAsync("Begin with the quotes");
        await Expect(Chat.Answer.Alert).ToContainTextAsync("broke off before its end");

        await Chat.Answer.Retry.ClickAsync();

        await Expect(Chat.Answer.Text).ToHaveTextAsync("Begin with the quotes, then split.");
        await Chat.Answer.ExpectStateAsync("done");
        Assert.Equal(LongRequest, Model.Requests[1].LastUserMessage);
    }

    [BrowserFact]
    public async Task A_stream_that_just_ends_is_never_shown_as_complete()
    {
        Model.Enqueue(FakeReply.Events("Begin with the quotes"));
        await OpenAsync();

        await Chat.SendAsync(LongRequest);

        await Chat.Answer.ExpectStateAsync("interrupted");
        await Expect(Chat.Answer.Text).ToHaveTextAsync("Begin with the quotes");
        await Expect(Chat.Answer.Alert).ToContainTextAsync("broke off before its end");
    }

    [BrowserFact]
    public async Task A_failed_answer_is_still_told_after_a_reload_and_can_be_retried_then()
    {
        Model.Enqueue(FakeReply.Events("Begin with the quotes").ThenCut());
        Model.Enqueue(FakeReply.Text("Whole now."));
        await OpenAsync();
        await Chat.SendAsync(LongRequest);
        await Chat.Answer.ExpectStateAsync("interrupted");

        await Page.ReloadAsync();
        await ExpectReadyAsync();

        await Chat.Answer.ExpectStateAsync("interrupted");
        await Expect(Chat.Answer.Text).ToHaveTextAsync("Begin with the quotes");

        await Chat.Answer.Retry.ClickAsync();

        await Expect(Chat.Answer.Text).ToHaveTextAsync("Whole now.");
    }

    [BrowserFact]
    public Task A_key_that_is_not_accepted_is_said_and_the_next_turn_works() => FailAndGoOnAsync(
        FakeReply.Error(401, """{"error":{"message":"No key was sent."}}"""),
        "wants a key: give it one in Settings or Assistant:Model:ApiKey.");

    [BrowserFact]
    public Task A_web_page_instead_of_an_answer_is_said_and_the_next_turn_works() => FailAndGoOnAsync(
        FakeReply.Raw("<html><h1>It works!</h1></html>", "text/html"),
        "sent something that is not a model's answer: check the address in Settings or Assistant:Model:Endpoint");

    private async Task FailAndGoOnAsync(FakeReply failure, string sentence)
    {
        Model.Enqueue(failure);
        Model.Enqueue(FakeReply.Text("Now it works."));
        await OpenAsync();
        await Chat.SendAsync(LongRequest);

        await Expect(Chat.Answer.Alert).ToContainTextAsync(sentence);
        await Chat.Answer.ExpectStateAsync("failed");

        await Chat.SendAsync("Try something else");

        await Expect(Chat.Answer.Text).ToHaveTextAsync("Now it works.");
        await Chat.Answer.ExpectStateAsync("done");
        await Expect(Chat.Answers).ToHaveCountAsync(2);
    }
}
