using Assistant.Tests.Fakes;
using static Microsoft.Playwright.Assertions;

namespace Assistant.Tests.Browser;

/// <summary>What stands in a workspace, in the names of its files and in what tools answer is text as well.</summary>
public sealed class UntrustedWorkspaceJourneys(BrowserFixture browser) : AgentJourney(browser)
{
    private const string HostileName = "<img src=x onerror=alert('name')>.md";
    private const string HostileText = "<script>alert('content')</script>\n<img src=https://evil.example/x onerror=alert(1)>\n";

    [BrowserFact]
    public async Task Neither_a_file_s_name_nor_its_text_nor_what_a_tool_answers_runs_or_loads()
    {
        var dialogs = new List<string>();
        Page.Dialog += async (_, dialog) =>
        {
            dialogs.Add(dialog.Message);
            await dialog.DismissAsync();
        };
        Write(HostileName, HostileText);
        Model.Enqueue(Read(HostileName));
        Model.Enqueue(Read("<svg onload=alert('missing')>"));
        Model.Enqueue(Edit(HostileName, "<script>alert('content')</script>", "<script>alert('changed')</script>"));
        Model.Enqueue(FakeReply.Text("<script>alert('answer')</script> The end of it."));
        await OpenAsync("/agent");

        await Agent.RunAsync("<img src=x onerror=alert('task')>");

        await Expect(Agent.Answer.Text).ToContainTextAsync("The end of it.");
        await Expect(Agent.Changes.File(HostileName)).ToBeVisibleAsync();
        await Expect(Agent.Changes.Diff(HostileName)).ToContainTextAsync("alert('changed')");
        await Agent.Answers.GetByText("What it did", new() { Exact = true }).ClickAsync();
        await Agent.File(HostileName, isChanged: true).ClickAsync();
        await Expect(Agent.OpenFile).ToContainTextAsync("alert('changed')");
        await Expect(Page.Locator("img, svg[onload], [onerror]")).ToHaveCountAsync(0);
        Assert.Empty(dialogs);
    }
}
