using Assistant.Tests.Browser.Pages;
using Assistant.Tests.Fakes;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Assistant.Tests.Browser;

/// <summary>What axe can find. The editor's own markup is Monaco's to answer for.</summary>
public sealed class AccessibilityJourneys(BrowserFixture browser) : WorkbenchJourney(browser)
{
    private static readonly AxeRunContext OurMarkup = new() { Exclude = [new AxeSelector(".monaco-editor")] };

    /// <summary>The button is called Model whichever model it shows; that one is its description.</summary>
    private static readonly AxeRunOptions WithoutModelName = new()
    {
        Rules = new Dictionary<string, RuleOptions> { ["label-content-name-mismatch"] = new() { Enabled = false } },
    };

    [BrowserFact]
    public async Task The_empty_page_has_no_serious_violation()
    {
        await OpenAsync();
        await Code.ExpectMonacoAsync();

        await ExpectAccessibleAsync();
    }

    [BrowserFact]
    public async Task An_answer_with_everything_in_it_has_no_serious_violation()
    {
        await OpenAsync();

        await Chat.SendAsync("Write 700 tokens about everything");
        await Chat.Answer.ExpectStateAsync("done");

        await Expect(Chat.Answer.Text.GetByRole(AriaRole.Table)).ToBeVisibleAsync();
        await ExpectAccessibleAsync();
    }

    [BrowserFact]
    public async Task A_working_and_a_failed_answer_have_no_serious_violation()
    {
        Model.Enqueue(FakeReply.Hang(), FakeReply.Events("Begin with the quotes").ThenCut());
        await OpenAsync();
        await Chat.SendAsync("Write a parser");
        await Chat.Answer.ExpectStateAsync("working");
        await ExpectAccessibleAsync();
        await Chat.Stop.ClickAsync();
        await Chat.Answer.ExpectStateAsync("stopped");

        await Chat.SendAsync("Write a parser");
        await Chat.Answer.ExpectStateAsync("interrupted");

        await ExpectAccessibleAsync();
    }

    [BrowserFact]
    public async Task Refactored_code_and_a_question_about_code_have_no_serious_violation()
    {
        Model.Enqueue(FakeReply.Cut("It counts"));
        await OpenAsync();
        await Code.PasteAsync("void Count()\n{\n    int count = 0;\n}");
        await Code.AskAsync("What does it do?");
        await Expect(Chat.Answer.Continue).ToBeVisibleAsync();

        await Code.Refactor.ClickAsync();
        await Expect(Code.Refactored.Accept).ToBeEnabledAsync();

        await ExpectAccessibleAsync();
    }

    [BrowserFact]
    public async Task The_latency_page_has_no_serious_violation_before_and_after_a_reply()
    {
        await OpenAsync("/latency");
        await ExpectAccessibleAsync();
        await OpenAsync();
        await Chat.SendAsync("Is it so?");
        await Expect(Chat.Answer.Facts).ToContainTextAsync("to the screen");

        await Workbench.Conversations.Latency.ClickAsync();

        await Expect(Page.GetByText("page tax")).ToBeVisibleAsync();
        await ExpectAccessibleAsync();
    }

    [BrowserFact]
    public async Task The_agents_page_has_no_serious_violation_before_and_after_a_task()
    {
        var agent = new AgentPage(Page);
        await OpenAsync("/agent");
        await agent.File("Shop/Price.cs").ClickAsync();
        await Expect(agent.OpenFile).ToBeVisibleAsync();
        await ExpectAccessibleAsync();

        Model.Enqueue(FakeReply.ToolCall("write_file", """{"path":"Shop/Note.cs","content":"class Note;\n"}"""));
        Model.Enqueue(FakeReply.Text("There is a note now."));
        await agent.RunAsync("Add a note");
        await Expect(agent.Changes.Diff("Shop/Note.cs")).ToContainTextAsync("class Note;");

        await ExpectAccessibleAsync();
    }

    private async Task ExpectAccessibleAsync()
    {
        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            await Page.EmulateMediaAsync(new() { ColorScheme = scheme });
            var result = await Page.RunAxe(OurMarkup, WithoutModelName);
            Assert.Empty(result.Violations.Where(found => found.Impact is "serious" or "critical").Select(found => $"{scheme}: {Describe(found)}"));
        }
    }

    private static string Describe(AxeResultItem found) =>
        $"{found.Id}, {found.Help}: {string.Join(" and ", found.Nodes.Select(node => $"{node.Html} ({string.Join(", ", node.Any.Select(check => check.Message))})"))}";
}
