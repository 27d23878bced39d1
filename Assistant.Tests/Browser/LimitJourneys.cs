using System.Text;
using Assistant.Core;
using Assistant.Tests.Fakes;
using static Microsoft.Playwright.Assertions;

namespace Assistant.Tests.Browser;

public sealed class LimitJourneys(BrowserFixture browser) : WorkbenchJourney(browser)
{
    [BrowserFact]
    public async Task A_message_of_100_KB_is_sent_whole()
    {
        var message = TextOf(100 * 1024);
        Model.Enqueue(FakeReply.Text("Received."));
        await OpenAsync();

        await Chat.PasteAndSendAsync(message);

        await Expect(Chat.Answer.Text).ToHaveTextAsync("Received.");
        await Expect(Chat.Message).ToHaveValueAsync("");
        Assert.Equal(message, Assert.Single(Model.Requests).LastUserMessage);
    }

    [BrowserFact]
    public async Task A_message_over_1_MB_is_refused_and_stays_in_the_box()
    {
        var message = TextOf(InputLimits.TextBytes + 1);
        await OpenAsync();

        await Chat.PasteAndSendAsync(message);

        await Expect(Chat.Alert).ToHaveTextAsync("The message is longer than 1 MB. Send a part of it.");
        Assert.Equal(message, await Chat.Message.InputValueAsync());
        Assert.Empty(Model.Requests);

        Model.Enqueue(FakeReply.Text("Short enough."));
        await Chat.SendAsync("Is this short enough?");

        await Expect(Chat.Answer.Text).ToHaveTextAsync("Short enough.");
        await Expect(Chat.Alert).ToHaveCountAsync(0);
    }

    [BrowserFact]
    public async Task Code_of_300_KB_is_asked_about_whole()
    {
        var code = TextOf(300 * 1024);
        Model.Enqueue(FakeReply.Text("It is long."));
        await OpenAsync();
        await Code.PasteAsync(code);

        await Code.AskAsync("How long is it?");

        await Expect(Chat.Answer.Text).ToHaveTextAsync("It is long.");
        Assert.Contains(code.TrimEnd(), Assert.Single(Model.Requests).LastUserMessage, StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task Code_over_1_MB_is_refused_and_stays_in_the_editor()
    {
        var code = TextOf(InputLimits.TextBytes + 1);
        await OpenAsync();
        await Code.PasteAsync(code);

        await Code.AskAsync("How long is it?");

        await Expect(Code.Alert).ToHaveTextAsync("The code is longer than 1 MB. Send a part of it.");
        await Expect(Code.Question).ToHaveValueAsync("How long is it?");
        Assert.Equal(code, await Code.CopyAsync());
        Assert.Empty(Model.Requests);
    }

    /// <summary>Lines with letters that are more than one byte each, and exactly so many bytes.</summary>
    private static string TextOf(int bytes)
    {
        const string line = "var grüße = \"✓\";\n";
        var (lines, rest) = Math.DivRem(bytes, Encoding.UTF8.GetByteCount(line));
        return string.Concat(Enumerable.Repeat(line, lines)) + new string('x', rest);
    }
}
