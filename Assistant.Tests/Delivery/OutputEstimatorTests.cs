using Assistant.Core.Delivery;

namespace Assistant.Tests.Delivery;

public sealed class OutputEstimatorTests
{
    private const int Border = 200;

    [Theory]
    [InlineData("Is this thread-safe?")]
    [InlineData("Does DiscountFor throw on an unknown code?")]
    [InlineData("can discounts be null here")]
    [InlineData("Suggest a better name for this method")]
    [InlineData("What should I call this class?")]
    [InlineData("rename x to something meaningful")]
    [InlineData("Give me a regex for ISO dates")]
    [InlineData("regular expression that matches an email address")]
    [InlineData("Write a one-liner that sums the even numbers")]
    [InlineData("Turn this loop into a single expression")]
    [InlineData("What does ?? mean")]
    [InlineData("What is the default value of an int?")]
    [InlineData("Which exception does int.Parse throw?")]
    [InlineData("Explain yield in one sentence")]
    [InlineData("Explain this method briefly")]
    [InlineData("describe the code in 50 words")]
    public void A_short_answer_is_expected(string request) =>
        Assert.InRange(OutputEstimator.Estimate(new Assignment("chat", request)).Tokens, 1, Border - 1);

    [Theory]
    [InlineData("Write a method that applies several codes, best one wins, and test it.")]
    [InlineData("Implement an LRU cache in C#")]
    [InlineData("Create a console app that downloads a file with progress")]
    [InlineData("Explain in detail how async state machines work")]
    [InlineData("Refactor this class")]
    [InlineData("Translate this to Python")]
    [InlineData("write unit tests for this class")]
    [InlineData("Add tests covering the edge cases")]
    [InlineData("Document this class with XML comments")]
    [InlineData("How does garbage collection work?")]
    [InlineData("Is this code ok? Explain step by step why in 500 words")]
    [InlineData("Give me ten examples of LINQ")]
    [InlineData("Answer with 8000 tokens of markdown")]
    public void A_long_answer_is_expected(string request) =>
        Assert.True(OutputEstimator.Estimate(new Assignment("chat", request)).Tokens >= Border);

    [Fact]
    public void Code_that_is_written_out_again_counts_by_its_size()
    {
        var small = new Assignment("refactor", "") { Code = new string('x', 200), Rewrite = new RewriteWish() };
        var large = small with { Code = new string('x', 40_000) };

        Assert.InRange(OutputEstimator.Estimate(small).Tokens, 50, Border - 1);
        Assert.InRange(OutputEstimator.Estimate(large).Tokens, 10_000, 15_000);
    }

    [Fact]
    public void Code_that_is_only_asked_about_does_not_make_the_answer_longer()
    {
        var question = new Assignment("ask", "Is this thread-safe?");

        Assert.Equal(OutputEstimator.Estimate(question), OutputEstimator.Estimate(question with { Code = new string('x', 40_000) }));
    }

    [Theory]
    [InlineData("explain this in 3 sentences", 75)]
    [InlineData("Summarise it in at most 100 words", 140)]
    [InlineData("Write about 2000 tokens", 2000)]
    [InlineData("Show me two examples", 80)]
    public void A_length_that_is_asked_for_decides(string request, int tokens) =>
        Assert.Equal(tokens, OutputEstimator.Estimate(new Assignment("chat", request)).Tokens);

    [Fact]
    public void A_guess_stays_within_reason_whatever_is_asked_for()
    {
        Assert.InRange(OutputEstimator.Estimate(new Assignment("chat", "Write 999999 pages")).Tokens, 1, 32_000);
        Assert.InRange(OutputEstimator.Estimate(new Assignment("chat", "")).Tokens, 1, 1_000);
    }
}
