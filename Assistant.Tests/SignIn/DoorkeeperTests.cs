using System.Net;
using Assistant.Core;
using Assistant.Core.Settings;
using Assistant.Tests.Fakes;
using Assistant.Web.Safety;
using Assistant.Web.SignIn;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Assistant.Tests.SignIn;

public sealed class DoorkeeperTests
{
    private const string Token = "a secret of sixteen";
    private const string Header = "X-Forwarded-User";

    [Theory]
    [InlineData(null)]
    [InlineData("127.0.0.1")]
    [InlineData("::1")]
    [InlineData("::ffff:127.0.0.1")]
    public async Task Without_a_token_whoever_sits_at_this_machine_comes_in_and_may_change_settings(string? ip)
    {
        var caller = Assert.IsType<Judgement.LetIn>(await JudgeAsync(ip, token: null)).Caller;

        Assert.Equal(Owner.Local, Caller.OwnerOf(caller));
        Assert.True(Caller.IsAdministrator(caller));
    }

    [Theory]
    [InlineData("192.168.1.5")]
    [InlineData("::ffff:192.168.1.5")]
    public async Task Without_a_token_nobody_else_does(string ip) => Assert.IsType<Judgement.Stranger>(await JudgeAsync(ip, token: null));

    [Theory]
    [InlineData("X-Forwarded-For", "127.0.0.1")]
    [InlineData("X-Forwarded-Host", "localhost")]
    [InlineData("Forwarded", "for=127.0.0.1")]
    [InlineData("X-Original-For", "127.0.0.1")]
    [InlineData("X-Real-IP", "127.0.0.1")]
    public async Task What_a_proxy_handed_on_does_not_come_from_this_machine(string header, string value) =>
        Assert.IsType<Judgement.Stranger>(await JudgeAsync("127.0.0.1", token: null, headers: (header, value)));

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("192.168.1.5")]
    [InlineData(null)]
    public async Task With_a_token_everybody_has_to_know_it(string? ip) => Assert.IsType<Judgement.Stranger>(await JudgeAsync(ip));

    [Theory]
    [InlineData("Bearer a secret of sixteeN")]
    [InlineData("Bearer a secret of sixteen and more")]
    [InlineData("Bearer ")]
    [InlineData("Basic a secret of sixteen")]
    public async Task The_wrong_token_is_refused(string authorization) =>
        Assert.IsType<Judgement.Stranger>(await JudgeAsync("192.168.1.5", headers: ("Authorization", authorization)));

    [Theory]
    [InlineData("Bearer a secret of sixteen")]
    [InlineData("bearer a secret of sixteen")]
    public async Task A_program_comes_in_with_the_token(string authorization)
    {
        var caller = Assert.IsType<Judgement.LetIn>(await JudgeAsync("192.168.1.5", headers: ("Authorization", authorization))).Caller;

        Assert.Equal(Owner.Local, Caller.OwnerOf(caller));
    }

    [Fact]
    public async Task A_page_is_not_opened_by_a_header() =>
        Assert.IsType<Judgement.Stranger>(await JudgeAsync("192.168.1.5", path: "/", headers: ("Authorization", $"Bearer {Token}")));

    [Theory]
    [InlineData(Token)]
    [InlineData(null)]
    public async Task A_proxy_we_know_says_who_somebody_is(string? token)
    {
        var caller = Assert.IsType<Judgement.LetIn>(await JudgeAsync("10.0.0.5", token, headers: (Header, "alice"))).Caller;

        Assert.Equal(new Owner("user:alice"), Caller.OwnerOf(caller));
        Assert.False(Caller.IsAdministrator(caller));
    }

    [Fact]
    public async Task An_administrator_is_named_in_the_settings() =>
        Assert.True(Caller.IsAdministrator(Assert.IsType<Judgement.LetIn>(await JudgeAsync("10.0.0.5", headers: (Header, "root"))).Caller));

    [Theory]
    [InlineData("192.168.1.5")]
    [InlineData("10.0.1.5")]
    public async Task Nobody_else_can_say_it(string ip) => Assert.IsType<Judgement.Stranger>(await JudgeAsync(ip, headers: (Header, "alice")));

    [Fact]
    public async Task On_this_machine_nobody_becomes_somebody_else_by_a_header()
    {
        var caller = Assert.IsType<Judgement.LetIn>(await JudgeAsync("127.0.0.1", token: null, headers: (Header, "alice"))).Caller;

        Assert.Equal(Owner.Local, Caller.OwnerOf(caller));
    }

    [Fact]
    public async Task A_proxy_that_says_nothing_is_refused_even_with_the_token() =>
        Assert.IsType<Judgement.Unnamed>(await JudgeAsync("10.0.0.5", headers: ("Authorization", $"Bearer {Token}")));

    [Theory]
    [InlineData("")]
    [InlineData("a\u0007b")]
    public async Task What_is_no_name_is_refused(string name) => Assert.IsType<Judgement.Unnamed>(await JudgeAsync("10.0.0.5", headers: (Header, name)));

    [Fact]
    public async Task Half_a_character_is_no_part_of_a_name() =>
        Assert.IsType<Judgement.Unnamed>(await JudgeAsync("10.0.0.5", headers: (Header, $"alice{(char)0xd800}")));

    [Fact]
    public async Task A_name_that_comes_twice_is_refused() =>
        Assert.IsType<Judgement.Unnamed>(await JudgeAsync("10.0.0.5", headers: [(Header, "mallory"), (Header, "alice")]));

    [Fact]
    public async Task A_name_without_end_is_refused() => Assert.IsType<Judgement.Unnamed>(await JudgeAsync("10.0.0.5", headers: (Header, new string('a', 201))));

    private static async Task<Judgement> JudgeAsync(string? ip, string? token = Token, string path = "/api/ask", params (string Name, string Value)[] headers)
    {
        var context = new DefaultHttpContext();
        context.Connection.RemoteIpAddress = ip is null ? null : IPAddress.Parse(ip);
        context.Request.Path = path;
        foreach (var (name, value) in headers)
        {
            context.Request.Headers.Append(name, value);
        }

        var proxy = Options.Create(new ProxyOptions { Addresses = ["10.0.0.0/24"], UserHeader = Header, Administrators = ["root"] });
        var known = new AccessToken(Options.Create(new AccessOptions { AccessToken = token }));
        var signIn = new SignInService(known, new FailedAttempts(new ManualTime()), new SignIns(known, new SignInStore(Options.Create(new DataOptions())), new ManualTime()));
        Judgement? judgement = null;
        await new ProxyCheck(Judge, proxy, NullLoggerFactory.Instance).InvokeAsync(context);
        return judgement!;

        Task Judge(HttpContext context)
        {
            judgement = new Doorkeeper(known, signIn, proxy).Judge(context);
            return Task.CompletedTask;
        }
    }
}
