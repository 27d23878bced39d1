using System.Net;
using System.Net.Http.Json;
using Assistant.Tests.Fakes;
using Assistant.Web.SignIn;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;

namespace Assistant.Tests.SignIn;

public sealed class SignInPageTests(GuardedServer server) : IClassFixture<GuardedServer>
{
    private static readonly (string, string)[] BehindAProxy = [("Assistant:Proxy:Addresses:0", "127.0.0.1")];

    [Fact]
    public async Task Whoever_opens_a_page_is_led_to_the_form_and_back_to_the_page()
    {
        using var page = await server.GetAsync("/c/1?x=a&y=b");
        using var signedIn = await server.TryAsync(GuardedServer.Token, "/c/1?x=a&y=b");

        Assert.Equal((HttpStatusCode.Found, "/sign-in?returnUrl=%2Fc%2F1%3Fx%3Da%26y%3Db"), (page.StatusCode, page.Headers.Location!.ToString()));
        Assert.Equal((HttpStatusCode.Found, "/c/1?x=a&y=b"), (signedIn.StatusCode, signedIn.Headers.Location!.ToString()));
    }

    [Theory]
    [InlineData("/sign-in")]
    [InlineData("/sign-out")]
    public async Task A_form_that_is_too_large_is_refused_as_such(string path)
    {
        using var answer = await server.SendAsync(HttpMethod.Post, path, new FormUrlEncodedContent([KeyValuePair.Create("token", new string('x', 20_000))]));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Equal("The form is too large.", (await answer.Content.ReadFromJsonAsync<ProblemDetails>())!.Title);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example/")]
    [InlineData("javascript:alert(1)")]
    [InlineData("~/settings")]
    [InlineData("/sign-in?returnUrl=/")]
    [InlineData("")]
    public async Task The_form_leads_nowhere_but_to_our_own_pages(string returnUrl)
    {
        using var answer = await server.TryAsync(GuardedServer.Token, returnUrl);

        Assert.Equal("/", answer.Headers.Location!.ToString());
    }

    [Fact]
    public async Task The_cookie_is_out_of_reach_of_scripts_and_other_sites_and_ends_after_two_weeks()
    {
        await using var own = new GuardedServer(new ManualTime());

        using var answer = await own.TryAsync(GuardedServer.Token);

        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"));
        Assert.StartsWith("assistant=", cookie, StringComparison.Ordinal);
        Assert.EndsWith("; expires=Thu, 15 Jan 2026 12:00:00 GMT; path=/; samesite=strict; httponly", cookie, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Over_https_the_cookies_are_never_sent_without_it()
    {
        await using var own = new GuardedServer(settings: BehindAProxy);
        (string, string)[] way = [("X-Forwarded-For", "192.168.1.5"), ("X-Forwarded-Proto", "https")];

        using var form = await own.GetAsync("/sign-in", way);
        using var answer = await own.TryAsync(GuardedServer.Token, headers: way);

        Assert.All(form.Headers.GetValues("Set-Cookie").Concat(answer.Headers.GetValues("Set-Cookie")), cookie => Assert.Contains("; secure;", cookie, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_cookie_opens_pages_and_the_API_and_leads_past_the_form()
    {
        var cookie = await server.SignInAsync();

        using var page = await server.GetAsync("/settings", cookie);
        using var call = await server.GetAsync("/api/conversations", cookie);
        using var form = await server.GetAsync("/sign-in?returnUrl=/agent", cookie);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (page.StatusCode, call.StatusCode));
        Assert.Equal("/agent", form.Headers.Location!.ToString());
    }

    [Fact]
    public async Task A_forged_or_changed_cookie_opens_nothing()
    {
        var (name, value) = await server.SignInAsync();

        using var forged = await server.GetAsync("/api/models", ("Cookie", "assistant=" + new string('a', 200)));
        using var changed = await server.GetAsync("/api/models", (name, value[..^8] + "AAAAAAAA"));

        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized), (forged.StatusCode, changed.StatusCode));
    }

    [Fact]
    public async Task A_cookie_that_has_run_out_opens_nothing()
    {
        var time = new ManualTime();
        await using var own = new GuardedServer(time);
        var cookie = await own.SignInAsync();

        time.Advance(SignIns.Lasting + TimeSpan.FromSeconds(1));
        using var call = await own.GetAsync("/api/models", cookie);

        Assert.Equal(HttpStatusCode.Unauthorized, call.StatusCode);
    }

    [Theory]
    [InlineData("/api/models")]
    [InlineData("/api/nowhere")]
    [InlineData("/openapi/v1.json")]
    [InlineData("/_blazor")]
    public async Task What_a_program_asks_for_is_a_problem_that_says_how(string path)
    {
        using var answer = await server.GetAsync(path);

        Assert.Equal((HttpStatusCode.Unauthorized, "Bearer"), (answer.StatusCode, answer.Headers.WwwAuthenticate.ToString()));
        Assert.Equal("Send it as the header Authorization: Bearer <token>, or sign in on the page.", (await answer.Content.ReadFromJsonAsync<ProblemDetails>())!.Detail);
    }

    [Theory]
    [InlineData("/health/live", HttpStatusCode.OK)]
    [InlineData("/health/ready", HttpStatusCode.OK)]
    [InlineData("/sign-in", HttpStatusCode.OK)]
    [InlineData("/base.css", HttpStatusCode.OK)]
    [InlineData("/tokens.css", HttpStatusCode.OK)]
    [InlineData("/Assistant.Web.styles.css", HttpStatusCode.OK)]
    [InlineData("/favicon.svg", HttpStatusCode.OK)]
    public async Task Health_and_what_the_form_needs_are_open(string path, HttpStatusCode status)
    {
        using var answer = await server.GetAsync(path);

        Assert.Equal(status, answer.StatusCode);
    }

    [Fact]
    public async Task A_wrong_token_says_so_and_sets_no_cookie()
    {
        using var answer = await server.TryAsync("a guess of sixteen..");

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Contains("role=\"alert\"", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task After_five_wrong_tokens_the_right_one_has_to_wait_too_on_the_page_and_in_the_API()
    {
        var time = new ManualTime();
        await using var own = new GuardedServer(time);
        for (var i = 0; i < 5; i++)
        {
            using var wrong = i % 2 == 0 ? await own.TryAsync($"a guess of sixteen {i}") : await own.GetAsync("/api/models", ("Authorization", $"Bearer guess {i}"));
            Assert.Equal(HttpStatusCode.Unauthorized, wrong.StatusCode);
        }

        using var page = await own.TryAsync(GuardedServer.Token);
        using var call = await own.GetAsync("/api/models", ("Authorization", $"Bearer {GuardedServer.Token}"));

        Assert.Equal((HttpStatusCode.TooManyRequests, "300"), (page.StatusCode, page.Headers.RetryAfter!.ToString()));
        Assert.Contains("Too many wrong access tokens were tried. Try again in 5 minutes.", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.TooManyRequests, "300"), (call.StatusCode, call.Headers.RetryAfter!.ToString()));
        Assert.Equal(429, (await call.Content.ReadFromJsonAsync<ProblemDetails>())!.Status);

        time.Advance(FailedAttempts.Window);
        using var later = await own.TryAsync(GuardedServer.Token);
        Assert.Equal(HttpStatusCode.Found, later.StatusCode);
    }

    [Fact]
    public async Task Strangers_who_guess_do_not_disturb_who_is_signed_in_nor_a_program_that_was_here_before()
    {
        await using var own = new GuardedServer(settings: BehindAProxy);
        var cookie = await own.SignInAsync();
        (string, string)[] program = [("Authorization", $"Bearer {GuardedServer.Token}"), ("X-Forwarded-For", "192.168.1.5")];
        using var before = await own.GetAsync("/api/models", program);
        for (var i = 0; i < 6; i++)
        {
            using var guess = await own.GetAsync("/api/models", ("Authorization", "Bearer guess"), ("X-Forwarded-For", $"203.0.113.{i}"));
            Assert.Equal(i < 5 ? HttpStatusCode.Unauthorized : HttpStatusCode.TooManyRequests, guess.StatusCode);
        }

        using var signedIn = await own.GetAsync("/api/models", cookie, ("X-Forwarded-For", "198.51.100.7"));
        using var after = await own.GetAsync("/api/models", program);
        using var stranger = await own.TryAsync(GuardedServer.Token, headers: ("X-Forwarded-For", "198.51.100.8"));

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK), (before.StatusCode, signedIn.StatusCode, after.StatusCode));
        Assert.Equal(HttpStatusCode.TooManyRequests, stranger.StatusCode);
    }

    [Theory]
    [InlineData("/sign-in")]
    [InlineData("/sign-out")]
    public async Task A_form_that_is_not_ours_is_refused_in_plain_words(string path)
    {
        var cookie = await server.SignInAsync();

        using var bare = await server.SendAsync(HttpMethod.Post, path, new FormUrlEncodedContent([KeyValuePair.Create("token", GuardedServer.Token)]), cookie);
        using var text = await server.SendAsync(HttpMethod.Post, path, new StringContent("token"), cookie);

        foreach (var answer in (HttpResponseMessage[])[bare, text])
        {
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
            Assert.Contains("This form was open for too long, or did not come from here. Try it again.", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        using var still = await server.GetAsync("/api/models", cookie);
        Assert.Equal(HttpStatusCode.OK, still.StatusCode);
    }

    [Theory]
    [InlineData("/sign-in")]
    [InlineData("/sign-in?returnUrl=/agent")]
    public async Task Without_a_token_there_is_nothing_to_sign_in_to(string path)
    {
        await using var own = new GuardedServer(settings: ("Assistant:AccessToken", ""));

        using var form = await own.GetAsync(path);
        using var sent = await own.SendAsync(HttpMethod.Post, "/sign-in", new FormUrlEncodedContent([]));

        Assert.Equal("/", sent.Headers.Location!.ToString());
        Assert.Equal("/", form.Headers.Location!.ToString());
    }

    [Fact]
    public async Task What_happens_at_the_door_is_told_a_bounded_number_of_times()
    {
        await using var own = new GuardedServer(new ManualTime());
        var told = new List<SignInEventKind>();
        own.Services.GetRequiredService<SignInService>().Happened += happened => told.Add(happened.Kind);

        var (cookie, other) = (await own.SignInAsync(), await own.SignInAsync());
        using var left = await own.SignOutAsync(cookie);
        using var leftEverywhere = await own.SignOutAsync(other, ("everywhere", "true"));
        for (var i = 0; i < 7; i++)
        {
            using var wrong = await own.GetAsync("/api/models", ("Authorization", "Bearer guess"));
        }

        Assert.Equal((HttpStatusCode.Found, "/sign-in"), (left.StatusCode, left.Headers.Location!.ToString()));
        Assert.Equal(
            [SignInEventKind.SignedIn, SignInEventKind.SignedIn, SignInEventKind.SignedOut, SignInEventKind.SignedOutEverywhere, .. Enumerable.Repeat(SignInEventKind.Refused, 4), SignInEventKind.LockedOut],
            told);
    }
}
