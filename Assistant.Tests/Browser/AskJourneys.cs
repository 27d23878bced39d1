using Assistant.Tests.Fakes;
using static Microsoft.Playwright.Assertions;

namespace Assistant.Tests.Browser;

public sealed class AskJourneys(BrowserFixture browser) : WorkbenchJourney(browser)
{
    private const string Sum = """
        public static int Sum(IEnumerable<int> numbers)
        {
            var sum = 0;
            foreach (var number in numbers)
            {
                sum += number;
            }

            return sum;
        }
        """;

    [BrowserFact]
    public async Task Ask_carries_the_pasted_code_and_shows_the_answer_in_the_conversation()
    {
        Model.Enqueue(FakeReply.Text("`Sum` adds the numbers."));
        await OpenAsync();
        await Code.PasteAsync(Sum);

        await Code.AskAsync("What does Sum do?");

        await Expect(Chat.Answer.Text).ToHaveTextAsync("Sum adds the numbers.");
        await Expect(Chat.Answer.Facts).ToContainTextAsync("one call");
        await Expect(Chat.Questions).ToContainTextAsync("What does Sum do?");
        await Expect(Chat.Questions.GetByText("C#, 10 lines")).ToBeVisibleAsync();
        await Expect(Code.Question).ToHaveValueAsync("");
        var request = Assert.Single(Model.Requests);
        Assert.False(request.IsStreamed);
        Assert.Equal(300, request.MaxTokens);
        Assert.Equal($"Given this code:\n\n```csharp\n{Sum}\n```\n\nWhat does Sum do?", request.LastUserMessage);
    }

    [BrowserFact]
    public async Task A_cut_answer_offers_to_continue_and_the_rest_is_joined()
    {
        Model.Enqueue(FakeReply.Cut("The first half, "));
        Model.Enqueue(FakeReply.Text("and the second."));
        await OpenAsync();
        await Code.AskAsync("What is a monad?");
        await Expect(Chat.Answer.Text).ToHaveTextAsync("The first half,");

        await Chat.Answer.Continue.ClickAsync();

        await Expect(Chat.Answer.Text).ToHaveTextAsync("The first half, and the second.");
        await Chat.Answer.ExpectStateAsync("done");
        await Expect(Chat.Answer.Continue).ToHaveCountAsync(0);
        await Expect(Chat.Answers).ToHaveCountAsync(1);
    }

    [BrowserFact]
    public async Task A_question_without_words_is_asked_for_and_sends_nothing()
    {
        await OpenAsync();

        await Code.Ask.ClickAsync();

        await Expect(Code.Alert).ToHaveTextAsync("Write a question about the code first.");
        Assert.Empty(Model.Requests);
    }

    [BrowserFact]
    public async Task The_language_picked_goes_along()
    {
        Model.Enqueue(FakeReply.Text("One."));
        await OpenAsync();
        await Code.Language.SelectOptionAsync("Python");
        await Code.PasteAsync("def one():\n    return 1");

        await Code.AskAsync("What does it return?");

        await Expect(Chat.Answer.Text).ToHaveTextAsync("One.");
        Assert.Contains("```python\ndef one():\n    return 1\n```", Assert.Single(Model.Requests).LastUserMessage, StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task What_is_typed_before_the_editor_has_loaded_is_kept()
    {
        var released = new TaskCompletionSource();
        await Page.RouteAsync("**/loader.js", async route =>
        {
            await released.Task;
            await route.ContinueAsync();
        });
        Model.Enqueue(FakeReply.Text("A constant."));
        await OpenAsync();

        await Code.Editor.FillAsync("const int Limit = 5;");
        released.SetResult();
        await Code.ExpectMonacoAsync();
        await Code.AskAsync("What is it?");

        await Chat.Answer.ExpectStateAsync("done");
        Assert.Contains("const int Limit = 5;", Assert.Single(Model.Requests).LastUserMessage, StringComparison.Ordinal);
    }
}
