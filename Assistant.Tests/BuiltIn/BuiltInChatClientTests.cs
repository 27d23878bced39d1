using Assistant.Core.Delivery;
using Assistant.Tests.CSharp;
using Microsoft.Extensions.AI;

namespace Assistant.Tests.BuiltIn;

[Collection(EngineTests.Name)]
public sealed class BuiltInChatClientTests(WarmEngine engine)
{
    private const string Code = "class Counter\n{\n    private int _start = 1;\n\n    public int Start() => _start;\n}\n";

    [Fact]
    public async Task It_is_named_wherever_a_model_is_named()
    {
        var response = await engine.AnswerAsync(new Assignment("ask", "Hello"));

        Assert.Equal("Built-in engine", response.ModelId);
        Assert.Equal(ChatFinishReason.Stop, response.FinishReason);
        Assert.Null(response.Usage);
        var metadata = Assert.IsType<ChatClientMetadata>(engine.Client.GetService(typeof(ChatClientMetadata)));
        Assert.Equal(("Built-in engine", "Built-in engine"), (metadata.ProviderName, metadata.DefaultModelId));
    }

    [Fact]
    public async Task Streamed_and_whole_the_answer_is_the_same()
    {
        var options = new ChatOptions();
        new Assignment("ask", "Describe this") { Code = Code }.AttachTo(options);
        ChatMessage[] messages = [new(ChatRole.User, "(a prompt for models)")];

        var updates = await engine.Client.GetStreamingResponseAsync(messages, options).ToListAsync();
        var whole = await engine.Client.GetResponseAsync(messages, options);

        Assert.Equal(whole.Text, string.Concat(updates.Select(update => update.Text)));
        Assert.Equal(ChatFinishReason.Stop, updates[^1].FinishReason);
        Assert.All(updates, update => Assert.Equal("Built-in engine", update.ModelId));
    }

    [Fact]
    public async Task Refactored_code_comes_first_then_a_summary_then_the_changes()
    {
        Assert.Equal(
            """
            ```csharp
            class Counter
            {
                private readonly int _start = 1;

                public int Start() => _start;
            }
            ```

            1 change; the code compiles as it did before.

            - IDE0044, line 3: The field is never assigned again, so it is readonly.
            """,
            await engine.RefactorTextAsync(Code));
    }

    [Fact]
    public async Task Code_that_needs_nothing_is_returned_with_that_sentence()
    {
        Assert.Equal("```csharp\nclass A;\n```\n\nThere was nothing to improve; the code compiles.", await engine.RefactorTextAsync("class A;"));
    }

    [Fact]
    public async Task Errors_the_code_came_with_are_not_hidden()
    {
        var answer = await engine.RefactorTextAsync(Code.Replace("=> _start", "=> _start + Offset"));

        Assert.Contains("1 change; no new compiler error beside the 1 compiler error it came with.", answer);
    }

    [Fact]
    public async Task A_fence_inside_the_code_does_not_end_the_code()
    {
        var answer = await engine.RefactorTextAsync("// ```\nclass A;");

        Assert.StartsWith("````csharp\n// ```\nclass A;\n````\n", answer);
    }

    [Theory]
    [InlineData("python", "```python\n")]
    [InlineData("F#", "```f#\n")]
    [InlineData(null, "```text\n")]
    public async Task Another_language_is_returned_as_it_was_with_the_reason(string? language, string fence)
    {
        const string code = "def add(a, b):\n    return a + b";

        var answer = await engine.RefactorTextAsync(code, language);

        Assert.StartsWith($"{fence}{code}\n```\n\nThe built-in engine only knows C#", answer);
        Assert.Contains("OPENAI_BASE_URL", answer);
    }

    [Theory]
    [InlineData("C#")]
    [InlineData("csharp")]
    [InlineData("CS")]
    [InlineData("")]
    [InlineData(null)]
    public async Task CSharp_has_several_names(string? language)
    {
        Assert.Contains("readonly", await engine.RefactorTextAsync(Code, language));
    }

    [Theory]
    [InlineData("Does this compile?", "**Compiler errors:** none")]
    [InlineData("Are there any errors?", "**Compiler errors:** none")]
    [InlineData("How complex is it?", "**Complexity:** `Counter.Start` (line 5) has 1 path")]
    [InlineData("What does it declare?", "**It declares:** 6 lines of C#, 1 type.")]
    [InlineData("Explain this code", "**Purpose:** probably a counter, able to start; a guess from the names.\n\n**It declares:** 6 lines of C#, 1 type.")]
    [InlineData("What would you change?", "**Refactor** would make 1 change:\n\n- IDE0044, line 3: ")]
    [InlineData("Any suggestions?", "**Refactor** would make 1 change:")]
    [InlineData("Please refactor this", "```csharp\nclass Counter\n{\n    private readonly")]
    public async Task What_was_asked_for_comes_first(string question, string start)
    {
        Assert.StartsWith(start, await engine.AskAsync(question, Code));
    }

    [Fact]
    public async Task Errors_are_told_in_words()
    {
        var answer = await engine.AskAsync("Does it compile?", "class A\n{\n    int X() { return 1 }\n}");

        Assert.StartsWith("**Compiler errors:** 1.\n\n- CS1002, line 3: A semicolon is missing.", answer);
    }

    [Theory]
    [InlineData("Why is the sky blue?", null)]
    [InlineData("Write a function that sorts a list", null)]
    [InlineData("Write tests for this class", Code)]
    public async Task What_only_a_model_can_answer_is_left_to_one(string question, string? code)
    {
        var answer = await engine.AskAsync(question, code);

        Assert.StartsWith("The built-in engine is no language model and cannot answer that.", answer);
        Assert.Contains("`OPENAI_BASE_URL`, `OPENAI_API_KEY` and `OPENAI_MODEL`", answer);
        Assert.Contains("`CEREBRAS_API_KEY` alone, and start again", answer);
    }

    [Fact]
    public async Task Asked_about_another_language_it_says_only_what_is_true_of_any_text()
    {
        var answer = await engine.AskAsync("Explain this", "def add(a, b):\n\n    return a + b", "python");

        Assert.StartsWith("The built-in engine only knows C#, not python", answer);
        Assert.Contains("3 lines (1 blank), 32 bytes, the longest line 16 characters", answer);
        Assert.Contains("OPENAI_API_KEY", answer);
    }

    [Fact]
    public async Task In_a_conversation_the_last_code_shown_is_meant()
    {
        var response = await engine.Client.GetResponseAsync(
        [
            new(ChatRole.User, "```csharp\nclass First;\n```"),
            new(ChatRole.Assistant, "```csharp\nclass Mine;\n```"),
            new(ChatRole.User, "And this?\n```csharp\nclass Second;\n```"),
            new(ChatRole.Assistant, "Fine."),
            new(ChatRole.User, "What does it declare?"),
        ]);

        Assert.Contains("class `Second`", response.Text);
        Assert.DoesNotContain("First", response.Text);
    }

    [Fact]
    public async Task A_stopped_call_gives_no_answer()
    {
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => engine.Client.GetResponseAsync([new(ChatRole.User, $"Explain\n```\n{Code}```")], cancellationToken: new CancellationToken(canceled: true)));
    }
}
