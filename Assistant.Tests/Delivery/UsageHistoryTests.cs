using Assistant.Core;
using Assistant.Core.Delivery;

namespace Assistant.Tests.Delivery;

public sealed class UsageHistoryTests
{
    private static readonly OutputEstimate Guess = new(200, "an explanation");

    private readonly UsageHistory _history = new();

    [Fact]
    public void Four_answers_are_too_few_to_learn_from()
    {
        Record(times: 4, tokens: 100);

        Assert.Equal(200, _history.Corrected(Owner.Local, "chat", Guess));
    }

    [Fact]
    public void Five_answers_correct_the_guess_by_their_median()
    {
        Record(times: 4, tokens: 150);
        Record(times: 1, tokens: 9_000);

        Assert.Equal(150, _history.Corrected(Owner.Local, "chat", Guess));
    }

    [Theory]
    [InlineData(1, 100)]
    [InlineData(10_000, 400)]
    public void A_guess_is_never_corrected_by_more_than_half_or_double(int tokens, int expected)
    {
        Record(times: 5, tokens);

        Assert.Equal(expected, _history.Corrected(Owner.Local, "chat", Guess));
    }

    [Fact]
    public void Another_owner_another_kind_and_another_rule_learn_on_their_own()
    {
        Record(times: 5, tokens: 400);

        Assert.Equal(200, _history.Corrected(new Owner("somebody else"), "chat", Guess));
        Assert.Equal(200, _history.Corrected(Owner.Local, "ask", Guess));
        Assert.Equal(200, _history.Corrected(Owner.Local, "chat", Guess with { Rule = "a name" }));
    }

    [Fact]
    public void Old_answers_are_forgotten()
    {
        Record(times: 25, tokens: 400);
        Record(times: 25, tokens: 200);

        Assert.Equal(200, _history.Corrected(Owner.Local, "chat", Guess));
    }

    private void Record(int times, int tokens)
    {
        for (var i = 0; i < times; i++)
        {
            _history.Record(Owner.Local, "chat", Guess, tokens);
        }
    }
}
