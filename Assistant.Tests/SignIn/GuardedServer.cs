using System.Net.WebSockets;
using System.Text.RegularExpressions;
using Assistant.Tests.Browser;
using Assistant.Tests.Fakes;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;

namespace Assistant.Tests.SignIn;

/// <summary>The Assistant with an access token, as browsers and programs see it. Cookies and redirects are the test's own affair.</summary>
public sealed partial class GuardedServer : IAsyncDisposable, IAsyncLifetime
{
    public const string Token = "a secret of sixteen";

    private const string Hidden = "__RequestVerificationToken";

    private readonly KestrelFactory _app;
    private readonly HttpClient _http;

    public GuardedServer()
        : this(null)
    {
    }

    internal GuardedServer(TimeProvider? time = null, IChatClient? model = null, params (string Key, string Value)[] settings)
    {
        _app = new KestrelFactory
        {
            Settings = settings.Append(("Assistant:AccessToken", Token)).DistinctBy(setting => setting.Item1).ToDictionary(setting => setting.Item1, setting => (string?)setting.Item2),
            Replacements = services => services.AddSingleton(time ?? TimeProvider.System).AddSingleton(model ?? new ScriptedModel(["unused"])),
        };
        _http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = _app.Address };
    }

    public IServiceProvider Services => _app.Services;

    public Uri Address => _app.Address;

    public Task<HttpResponseMessage> GetAsync(string path, params (string Name, string Value)[] headers) => SendAsync(HttpMethod.Get, path, null, headers);

    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, HttpContent? content, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        // Also what never ends is given back, to be read.
        return await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }

    /// <summary>Opens the form and sends it.</summary>
    public async Task<HttpResponseMessage> TryAsync(string token, string returnUrl = "/settings", params (string Name, string Value)[] headers)
    {
        using var form = await GetAsync("/sign-in", headers);
        var hidden = FormToken().Match(await form.Content.ReadAsStringAsync()).Groups["token"].Value;
        return await SendAsync(
            HttpMethod.Post, "/sign-in", Form(("token", token), ("returnUrl", returnUrl), (Hidden, hidden)), [.. headers, ("Cookie", CookiesOf(form).Single())]);
    }

    /// <summary>Sends the form of the Settings page, which only a circuit draws, with what it would hold.</summary>
    public async Task<HttpResponseMessage> SignOutAsync((string Name, string Value) cookie, params (string Name, string Value)[] fields)
    {
        await using var scope = Services.CreateAsyncScope();
        var context = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        context.Request.Headers.Cookie = cookie.Value;
        context.User = (await context.AuthenticateAsync()).Principal!;
        var hidden = Services.GetRequiredService<IAntiforgery>().GetTokens(context);
        return await SendAsync(
            HttpMethod.Post,
            "/sign-out",
            Form([.. fields, (Hidden, hidden.RequestToken!)]),
            (cookie.Name, $"{cookie.Value}; assistant-form={hidden.CookieToken}"));
    }

    /// <summary>The cookie of a sign-in, as a browser sends it.</summary>
    public async Task<(string Name, string Value)> SignInAsync()
    {
        using var answer = await TryAsync(Token);
        return ("Cookie", CookiesOf(answer).Single(cookie => cookie.StartsWith("assistant=", StringComparison.Ordinal)));
    }

    /// <summary>A page's socket; what is not let in throws, with the status in <see cref="ClientWebSocket.HttpStatusCode"/>.</summary>
    public async Task<ClientWebSocket> OpenSocketAsync(ClientWebSocket socket, params (string Name, string Value)[] headers)
    {
        socket.Options.CollectHttpResponseDetails = true;
        foreach (var (name, value) in headers)
        {
            socket.Options.SetRequestHeader(name, value);
        }

        await socket.ConnectAsync(new UriBuilder(Address) { Scheme = "ws", Path = "/_blazor" }.Uri, CancellationToken.None);
        return socket;
    }

    public Task InitializeAsync() => Task.CompletedTask;

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _app.DisposeAsync();
    }

    private static FormUrlEncodedContent Form(params (string Name, string Value)[] fields) => new(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));

    private static IEnumerable<string> CookiesOf(HttpResponseMessage answer) => answer.Headers.GetValues("Set-Cookie").Select(cookie => cookie.Split(';')[0]);

    [GeneratedRegex("__RequestVerificationToken\" value=\"(?<token>[^\"]*)")]
    private static partial Regex FormToken();
}
