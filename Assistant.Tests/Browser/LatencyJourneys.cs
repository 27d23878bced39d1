using System.Text.RegularExpressions;
using Assistant.Tests.Fakes;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Assistant.Tests.Browser;

public sealed partial class LatencyJourneys(BrowserFixture browser) : WorkbenchJourney(browser)
{
    private ILocator Numbers => Page.GetByRole(AriaRole.Table);

    [BrowserFact]
    public async Task Two_messages_and_a_refactoring_are_measured_from_the_press_to_the_paint()
    {
        await OpenAsync();
        foreach (var (number, request) in new[] { (1, "Is it so?"), (2, "Write 300 tokens about everything") })
        {
            await Chat.SendAsync(request);
            await Expect(Chat.Answers).ToHaveCountAsync(number);
            await Chat.Answer.ExpectStateAsync("done");
            await Expect(Chat.Answer.Facts).ToContainTextAsync(FullCycle());
        }

        await Code.PasteAsync("void Count()\n{\n    int count = 0;\n}");
        await Code.Refactor.ClickAsync();
        await Expect(Page.GetByRole(AriaRole.Region, new() { Name = "Refactored code" }).Locator("[data-part='facts']")).ToContainTextAsync(FullCycle());

        await Workbench.Conversations.Latency.ClickAsync();

        await Expect(Page.GetByRole(AriaRole.Heading, new() { Name = "Latency" })).ToBeVisibleAsync();
        await Expect(Numbers.GetByRole(AriaRole.Caption)).ToHaveTextAsync("3 replies since the Assistant came up.");
        await Expect(Numbers.GetByRole(AriaRole.Row)).ToHaveCountAsync(8);
        await Expect(Page.GetByText("page tax")).ToHaveTextAsync(Tax());
        await Expect(Page.GetByText("Slowest is")).ToBeVisibleAsync();
        await Expect(Page.Locator("svg[role=img]")).ToHaveCountAsync(3);
    }

    [BrowserFact]
    public async Task A_reload_keeps_the_numbers_and_the_line_tells_the_servers_time_again()
    {
        await OpenAsync();
        await Chat.SendAsync("Is it so?");
        await Expect(Chat.Answer.Facts).ToContainTextAsync(FullCycle());

        await Page.ReloadAsync();
        await ExpectReadyAsync();
        await Expect(Chat.Answer.Facts).ToContainTextAsync("not the model");
        await Expect(Chat.Answer.Facts).Not.ToContainTextAsync("to the screen");

        await OpenAsync("/latency");
        await Expect(Numbers.GetByRole(AriaRole.Caption)).ToHaveTextAsync("One reply since the Assistant came up.");
    }

    [BrowserFact]
    public async Task A_message_that_waited_for_another_answer_is_not_measured()
    {
        var gate = new Gate();
        Model.Enqueue(FakeReply.Events("First").ThenHold(gate).ThenFinish("."));
        Model.Enqueue(FakeReply.Text("Second."));
        await OpenAsync();
        await Chat.SendAsync("Write a parser for CSV files");
        await Expect(Chat.Answer.Text).ToHaveTextAsync("First");
        await Chat.Message.FillAsync("Is it so?");
        await Chat.Message.PressAsync("Enter");

        gate.Open();

        await Expect(Chat.Answer.Text).ToHaveTextAsync("Second.");
        await Chat.Answer.ExpectStateAsync("done");
        await Workbench.Conversations.Latency.ClickAsync();
        await Expect(Numbers.GetByRole(AriaRole.Caption)).ToHaveTextAsync("One reply since the Assistant came up.");
    }

    [BrowserFact]
    public async Task On_a_phone_the_numbers_fit()
    {
        await Page.SetViewportSizeAsync(390, 844);
        await OpenAsync();
        await Chat.SendAsync("Is it so?");
        await Expect(Chat.Answer.Facts).ToContainTextAsync(FullCycle());

        await OpenAsync("/latency");

        await Expect(Numbers).ToBeVisibleAsync();
        Assert.True(await Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
    }

    [BrowserFact]
    public async Task Keys_in_the_editor_and_asking_again_are_measured_like_a_press_of_the_button()
    {
        await OpenAsync();
        await Code.PasteAsync("void Count()\n{\n    int count = 0;\n}");
        await Code.Question.FillAsync("What does it do?");
        await Code.Editor.FocusAsync();
        await Page.Keyboard.PressAsync("Control+Enter");
        await Expect(Chat.Answer.Facts).ToContainTextAsync(FullCycle());

        await Page.GetByRole(AriaRole.Button, new() { Name = "Regenerate", Exact = true }).ClickAsync();
        await Expect(Page.GetByRole(AriaRole.Group, new() { Name = "Version 2 of 2", Exact = true })).ToBeVisibleAsync();
        await Expect(Chat.Answer.Facts).ToContainTextAsync(FullCycle());

        await Code.Editor.FocusAsync();
        await Page.Keyboard.PressAsync("Control+Shift+R");
        await Expect(Page.GetByRole(AriaRole.Region, new() { Name = "Refactored code" }).Locator("[data-part='facts']")).ToContainTextAsync(FullCycle());
    }

    [GeneratedRegex(@"\d\.\d\d s to the screen, .+ not the model")]
    private static partial Regex FullCycle();

    [GeneratedRegex(@"^\d+\.\d % page tax$")]
    private static partial Regex Tax();
}
