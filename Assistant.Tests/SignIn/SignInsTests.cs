using System.Security.Claims;
using Assistant.Core.Settings;
using Assistant.Tests.Fakes;
using Assistant.Web.Safety;
using Assistant.Web.Settings;
using Assistant.Web.SignIn;
using Microsoft.Extensions.Options;

namespace Assistant.Tests.SignIn;

public sealed class SignInsTests : IDisposable
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("assistant-test-");
    private readonly ManualTime _time = new();

    [Fact]
    public void A_sign_in_is_good_after_a_restart()
    {
        var caller = Start().Begin();

        Assert.True(Start().IsGood(caller));
    }

    [Fact]
    public void One_that_was_ended_is_not_good_any_more_and_the_others_are()
    {
        var signIns = Start();
        var (one, other) = (signIns.Begin(), signIns.Begin());

        signIns.End(one);

        Assert.False(signIns.IsGood(one));
        Assert.False(Start().IsGood(one));
        Assert.True(Start().IsGood(other));
    }

    [Fact]
    public void Ending_all_counts_after_a_restart_too()
    {
        var signIns = Start();
        var caller = signIns.Begin();

        signIns.EndAll();

        Assert.False(signIns.IsGood(caller));
        Assert.False(Start().IsGood(caller));
        Assert.True(Start().IsGood(signIns.Begin()));
    }

    [Fact]
    public void Another_token_ends_the_sign_ins_with_the_old_one()
    {
        var caller = Start().Begin();

        Assert.False(Start("another secret of sixteen").IsGood(caller));
        Assert.False(Start(token: null).IsGood(caller));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{\"stamp\":\"\"}")]
    [InlineData("null")]
    public void A_file_that_cannot_be_read_lets_nobody_in(string text)
    {
        var caller = Start().Begin();
        File.WriteAllText(Path.Combine(_data.FullName, "sign-in.json"), text);

        Assert.False(Start().IsGood(caller));
    }

    [Fact]
    public void What_is_under_way_is_cut_when_its_sign_in_ends()
    {
        var signIns = Start();
        var (one, other, cut) = (signIns.Begin(), signIns.Begin(), new List<string>());
        using var first = Follow(signIns, one, () => cut.Add("one"));
        using var second = Follow(signIns, other, () => cut.Add("other"));

        signIns.End(one);
        Assert.Equal(["one"], cut);

        signIns.EndAll();
        Assert.Contains("other", cut);
    }

    [Fact]
    public void It_is_cut_also_when_that_cannot_be_kept()
    {
        var signIns = Start();
        var (caller, isCut) = (signIns.Begin(), false);
        using var followed = Follow(signIns, caller, () => isCut = true);
        _data.Delete(recursive: true);

        Assert.Throws<SettingsFileException>(signIns.EndAll);

        Assert.True(isCut);
        Assert.False(signIns.IsGood(caller));
        _data.Create();
    }

    [Fact]
    public void It_is_cut_when_the_sign_in_runs_out()
    {
        var signIns = Start();
        var isCut = false;
        using var followed = Follow(signIns, signIns.Begin(), () => isCut = true);

        _time.Advance(SignIns.Lasting - TimeSpan.FromSeconds(1));
        Assert.False(isCut);

        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.True(isCut);
    }

    [Fact]
    public void What_begins_with_a_sign_in_that_has_just_ended_is_cut_at_once()
    {
        var signIns = Start();
        var (caller, isCut) = (signIns.Begin(), false);
        signIns.End(caller);

        using var followed = Follow(signIns, caller, () => isCut = true);

        Assert.True(isCut);
    }

    [Fact]
    public void What_is_over_is_never_cut()
    {
        var signIns = Start();
        var (caller, isCut) = (signIns.Begin(), false);
        Follow(signIns, caller, () => isCut = true).Dispose();

        signIns.EndAll();
        _time.Advance(SignIns.Lasting);

        Assert.False(isCut);
    }

    public void Dispose() => _data.Delete(recursive: true);

    private IDisposable Follow(SignIns signIns, ClaimsPrincipal caller, Action cut) => signIns.Follow(caller, _time.GetUtcNow() + SignIns.Lasting, cut);

    private SignIns Start(string? token = GuardedServer.Token) => new(
        new AccessToken(Options.Create(new AccessOptions { AccessToken = token })), new SignInStore(Options.Create(new DataOptions { Data = _data.FullName })), _time);
}
