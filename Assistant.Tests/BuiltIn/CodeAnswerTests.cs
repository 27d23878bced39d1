using Assistant.Core.BuiltIn;
using Assistant.Tests.CSharp;
using Microsoft.Extensions.AI;

namespace Assistant.Tests.BuiltIn;

[Collection(EngineTests.Name)]
public sealed class CodeAnswerTests(WarmEngine engine)
{
    private const string Code = """
        using System.Collections.Generic;
        using System.IO;

        public class OrderCache
        {
            private readonly List<Order> _orders = [];
            private int _forgotten;

            public decimal Total()
            {
                decimal sum = 0;
                foreach (var order in _orders)
                {
                    sum += order.Price;
                }

                return sum;
            }

            public async void Save(string path)
            {
                var writer = new StreamWriter(path);
                await writer.WriteAsync($"{Total()}");
            }

            public override string ToString() => $"{Total()}";
        }

        public record Order(int Id, decimal Price);
        """;

    [Fact]
    public async Task A_description_marks_its_guess_and_covers_everything()
    {
        var answer = await engine.AskAsync("Describe this", Code);

        Assert.StartsWith("**Purpose:** probably a cache of orders, able to total and save; a guess from the names.", answer);
        Assert.Contains("- class `OrderCache`, line 4: 2 fields, 3 methods", answer);
        Assert.Contains("**Compiler errors:** none", answer);
        Assert.Contains("**Complexity:** `OrderCache.Total` (line 9), the worst, has 2 paths", answer);
        Assert.Contains("- `System.IO`: `StreamWriter`", answer);
        Assert.Contains("- line 20: `Save` is `async void`", answer);
        Assert.Contains("- line 22: `writer` (`StreamWriter`) is never disposed. Write `using` in front of its declaration.", answer);
        Assert.Contains("**Refactor** would make", answer);
    }

    [Fact]
    public async Task Declarations_arrive_before_what_takes_longer()
    {
        ChatMessage[] messages = [new(ChatRole.User, $"Describe this\n```csharp\n{Code}\n```")];

        var parts = await engine.Client.GetStreamingResponseAsync(messages).Select(update => update.Text).ToListAsync();

        Assert.StartsWith("**Purpose:**", parts[0]);
        Assert.StartsWith("\n\n**It declares:**", parts[1]);
        Assert.StartsWith("\n\n**Refactor** would make", parts[^2]);
        Assert.True(parts.Count > 6);
    }

    [Theory]
    [InlineData("Where is Total?", "Method `OrderCache.Total`, line 9: `public decimal Total()`\n\nUsed on lines 23, 26.")]
    [InlineData("where is the order cache",
        "Taking “order cache” for `OrderCache`.\n\nClass `OrderCache`, line 4: `public class OrderCache`\n\nNothing in this code uses it.")]
    [InlineData("Who calls total?",
        "Taking “total” for `Total`.\n\nMethod `OrderCache.Total`, line 9, is used in 2 places:\n\n- line 23, `OrderCache.Save` calls it: ")]
    [InlineData("who uses StreamWriter",
        "`StreamWriter` is not declared here: it comes from `System.IO`. It is used in 1 place:\n\n- line 22, `OrderCache.Save` creates it: ")]
    [InlineData("Where is Totl?", "There is no `Totl` in this code. Names that are, the nearest first: `Total`, ")]
    [InlineData("What does Save do?", "Method `OrderCache.Save`, line 20, 5 lines, 1 path: `void OrderCache.Save(string path)`\n\n- calls ")]
    [InlineData("Is anything unused?", "**Unused:** 1.\n\n- field `OrderCache._forgotten`, line 7")]
    [InlineData("Is the async code safe?", "**Async:** 1 hazard.\n\n- line 20: ")]
    [InlineData("any leaks?", "**Dispose:** 1 hazard.\n\n- line 22: ")]
    [InlineData("can anything be null?", "**Nulls, with `#nullable enable`:** the compiler sees no way")]
    [InlineData("What does it depend on?", "**It uses** of .NET:\n\n- `System.Collections.Generic`: `List`")]
    [InlineData("add braces", "```csharp\nusing System.Collections.Generic;")]
    [InlineData("Run the tests", "There are no tests to run: pasted code is only read, never run.")]
    public async Task A_question_gets_its_own_answer_first(string question, string start) => Assert.StartsWith(start, await engine.AskAsync(question, Code));

    [Fact]
    public async Task Renamed_code_comes_whole_with_every_line_that_changed()
    {
        var answer = await engine.AskAsync("rename Total to Sum", Code);

        Assert.StartsWith("```csharp\n" + Code.Replace("Total()", "Sum()") + "\n```\n\n", answer);
        Assert.Contains("method `OrderCache.Total` is now `Sum`, on 3 lines", answer);
        Assert.Contains("- line 26: `public override string ToString() => $\"{Sum()}\";`", answer);
    }

    [Theory]
    [InlineData("Tell me a joke")]
    [InlineData("asdf jklö")]
    [InlineData("Write tests for this class")]
    public async Task What_it_cannot_answer_ends_with_three_questions_it_can(string question)
    {
        var answer = await engine.AskAsync(question, Code);

        var examples = answer[answer.IndexOf(Words.ExamplesHeading, StringComparison.Ordinal)..].Split('\n');
        Assert.Equal(
            [Words.ExamplesHeading, "", "- `Who calls OrderCache.Total?`", "- `What does OrderCache.Total do?`", "- `What would you change?`"],
            examples);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(Code)]
    public async Task Every_example_it_gives_has_an_answer(string? code)
    {
        var help = await engine.AskAsync("help", code);
        var examples = help[help.IndexOf(Words.ExamplesHeading, StringComparison.Ordinal)..].Split('\n')[2..].Select(line => line[3..^1]).ToList();

        Assert.Equal(3, examples.Count);
        foreach (var example in examples)
        {
            Assert.DoesNotContain("cannot answer", await engine.AskAsync(example, code));
        }
    }

    [Fact]
    public async Task It_may_be_asked_about_what_was_just_named()
    {
        var response = await engine.Client.GetResponseAsync(
        [
            new(ChatRole.User, $"Where is Total?\n```csharp\n{Code}\n```"),
            new(ChatRole.Assistant, "Method `OrderCache.Total`, line 9"),
            new(ChatRole.User, "And who calls it?"),
        ]);

        Assert.Contains("`OrderCache.Total`, line 9, is used in 2 places", response.Text);
    }

    [Fact]
    public async Task Code_pasted_without_fences_is_found_among_the_words()
    {
        var response = await engine.Client.GetResponseAsync([new(ChatRole.User, $"Who calls Total?\n\n{Code}\n\nThanks a lot")]);

        Assert.Contains("is used in 2 places", response.Text);
    }

    [Theory]
    [InlineData("Does this compile? int Twice(int n) { return n * 2 }", "**Compiler errors:** 1.\n\n- CS1002, line 1: A semicolon is missing.")]
    [InlineData("What does this do: static int Twice(int n) => n * 2;", "**Purpose:** probably to twice")]
    public async Task Code_may_follow_the_question_on_its_line(string message, string start)
    {
        var response = await engine.Client.GetResponseAsync([new(ChatRole.User, message)]);

        Assert.StartsWith(start, response.Text);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   \n ")]
    [InlineData("What does this do?")]
    public async Task Without_code_it_says_what_to_do(string message)
    {
        var response = await engine.Client.GetResponseAsync([new(ChatRole.User, message)]);

        Assert.Contains("the built-in engine, which is no language model", response.Text);
        Assert.Contains(Words.ExamplesHeading, response.Text);
    }

    [Fact]
    public async Task A_question_about_code_that_is_not_there_says_so() =>
        Assert.StartsWith("There is no code to look at", await engine.AskAsync("Who calls Total?"));

    [Fact]
    public async Task A_large_text_in_the_chat_gets_a_sentence()
    {
        var prose = string.Concat(Enumerable.Repeat("The quick brown fox jumps over the lazy dog and goes home. ", 3_500));
        var code = string.Concat(Enumerable.Repeat("public int F() { return 1; }\n", 8_000));

        var aboutProse = await engine.Client.GetResponseAsync([new(ChatRole.User, prose)]);
        var aboutCode = await engine.Client.GetResponseAsync([new(ChatRole.User, $"Explain this\n{code}")]);

        Assert.Contains(Words.ExamplesHeading, aboutProse.Text);
        Assert.Contains("the built-in engine reads up to 200,000: paste a part of it.", aboutCode.Text);
    }

    [Fact]
    public async Task Another_language_is_outlined_by_its_indentation()
    {
        var answer = await engine.AskAsync(
            "Where is area?", "class Circle:\n    def area(self):\n        return 3 * self.r\n\nprint(Circle().area())\n", "python");

        Assert.StartsWith("The built-in engine only knows C#, not python, so it can say only what is true of any text:", answer);
        Assert.Contains("`area` appears on lines 2, 5.", answer);
        Assert.Contains("**Outline** by indentation:\n\n- line 1: `class Circle:`\n- line 2: `def area(self):`", answer);
    }

    [Fact]
    public async Task Stop_ends_an_answer_that_has_begun()
    {
        using var stop = new CancellationTokenSource();
        var answer = engine.Client.GetStreamingResponseAsync([new(ChatRole.User, $"Describe this\n```csharp\n{Code}\n```")], cancellationToken: stop.Token);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var update in answer)
            {
                await stop.CancelAsync();
            }
        });
    }
}
