using System.Net;
using Assistant.Tests.Fakes;
using Assistant.Web.SignIn;

namespace Assistant.Tests.SignIn;

public sealed class FailedAttemptsTests
{
    private readonly ManualTime _time = new();
    private readonly FailedAttempts _attempts;

    public FailedAttemptsTests() => _attempts = new FailedAttempts(_time);

    [Theory]
    [InlineData("192.168.1.5")]
    [InlineData("127.0.0.1")]
    public void After_five_wrong_tokens_an_address_has_to_wait_and_nothing_is_looked_at(string ip)
    {
        Fail(5, ip);

        Assert.Equal((false, false, (TimeSpan?)TimeSpan.FromMinutes(5)), _attempts.Try(IPAddress.Parse(ip), () => throw new InvalidOperationException("looked at")));
    }

    [Fact]
    public void This_machine_is_one_whichever_of_its_addresses_it_comes_from()
    {
        foreach (var ip in (string[])["127.0.0.1", "127.0.0.2", "127.8.9.10", "::ffff:127.0.0.3", "::1"])
        {
            Fail(1, ip);
        }

        Assert.NotNull(Succeed("127.0.0.6").Wait);
    }

    [Fact]
    public void The_fifth_wrong_token_says_that_it_was_the_last_for_now()
    {
        Assert.Null(Fail(4, "192.168.1.5").Wait);

        Assert.Equal((false, true, (TimeSpan?)TimeSpan.FromMinutes(5)), Fail(1, "192.168.1.5"));
    }

    [Fact]
    public void The_wait_ends_five_minutes_after_the_first_of_them()
    {
        Fail(1, "192.168.1.5");
        _time.Advance(TimeSpan.FromMinutes(3));
        Fail(4, "192.168.1.5");
        Assert.Equal(TimeSpan.FromMinutes(2), Succeed("192.168.1.5").Wait);

        _time.Advance(TimeSpan.FromMinutes(2));

        Assert.True(Succeed("192.168.1.5").IsRight);
    }

    [Fact]
    public void Five_wrong_tokens_of_different_strangers_lock_every_stranger_out()
    {
        for (var i = 1; i <= 5; i++)
        {
            Fail(1, $"203.0.113.{i}");
        }

        Assert.Equal(TimeSpan.FromMinutes(5), Succeed("198.51.100.7").Wait);
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("192.168.1.5")]
    public void Strangers_cannot_lock_out_this_machine_nor_an_address_the_token_was_right_from(string ip)
    {
        Succeed("192.168.1.5");
        Fail(5, "203.0.113.1");

        Assert.True(Succeed(ip).IsRight);
    }

    [Fact]
    public void An_address_is_known_for_a_day()
    {
        Succeed("192.168.1.5");
        _time.Advance(TimeSpan.FromDays(1));
        Fail(5, "203.0.113.1");

        Assert.NotNull(Succeed("192.168.1.5").Wait);
    }

    [Fact]
    public void A_known_address_has_its_own_limit()
    {
        Succeed("192.168.1.5");
        Fail(5, "192.168.1.5");

        Assert.NotNull(Succeed("192.168.1.5").Wait);
    }

    [Fact]
    public void A_stranger_cannot_go_on_from_the_next_address_of_the_same_network()
    {
        Succeed("2001:db8:1:2::1");
        Fail(5, "2001:db8:1:2::2");

        Assert.NotNull(Succeed("2001:db8:1:2::3").Wait);
    }

    [Fact]
    public void Tries_at_once_count_like_tries_one_after_another()
    {
        var lookedAt = 0;

        Parallel.For(0, 100, _ => _attempts.Try(IPAddress.Parse("192.168.1.5"), () =>
        {
            Interlocked.Increment(ref lookedAt);
            return false;
        }));

        Assert.Equal(5, lookedAt);
    }

    private (bool IsRight, bool IsJudged, TimeSpan? Wait) Succeed(string ip) => _attempts.Try(IPAddress.Parse(ip), () => true);

    private (bool IsRight, bool IsJudged, TimeSpan? Wait) Fail(int times, string ip) =>
        Enumerable.Range(0, times).Select(_ => _attempts.Try(IPAddress.Parse(ip), () => false)).ToList()[^1];
}
