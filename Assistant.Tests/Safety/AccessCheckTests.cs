using System.Net;
using Assistant.Web.Safety;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Assistant.Tests.Safety;

public sealed class AccessCheckTests
{
    private const string Token = "a secret of sixteen";

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("::1")]
    [InlineData("::ffff:127.0.0.1")]
    public async Task This_machine_needs_no_token(string ip) => Assert.Equal(StatusCodes.Status200OK, await AskAsync(ip));

    [Theory]
    [InlineData("")]
    [InlineData("Bearer ")]
    [InlineData("Bearer a secret of sixteeN")]
    [InlineData("Bearer a secret of sixteen and more")]
    [InlineData("Basic a secret of sixteen")]
    public async Task Another_machine_is_refused_without_the_right_token(string authorization) =>
        Assert.Equal(StatusCodes.Status401Unauthorized, await AskAsync("192.168.1.5", authorization));

    [Theory]
    [InlineData("Bearer a secret of sixteen")]
    [InlineData("bearer a secret of sixteen")]
    public async Task Another_machine_is_served_with_the_token(string authorization) =>
        Assert.Equal(StatusCodes.Status200OK, await AskAsync("192.168.1.5", authorization));

    [Fact]
    public async Task Without_a_token_another_machine_is_never_served() =>
        Assert.Equal(StatusCodes.Status401Unauthorized, await AskAsync("192.168.1.5", "Bearer ", token: null));

    [Fact]
    public async Task A_forwarded_header_makes_nobody_local() =>
        Assert.Equal(StatusCodes.Status401Unauthorized, await AskAsync("127.0.0.1", prepare: context => context.Request.Headers["X-Original-For"] = "192.168.1.5"));

    [Fact]
    public async Task What_is_open_to_all_answers_everybody() =>
        Assert.Equal(StatusCodes.Status200OK, await AskAsync("192.168.1.5", prepare: context =>
            context.SetEndpoint(new Endpoint(requestDelegate: null, new EndpointMetadataCollection(new AllowAnonymousAttribute()), "health"))));

    private static async Task<int> AskAsync(string ip, string authorization = "", string? token = Token, Action<HttpContext>? prepare = null)
    {
        var context = new DefaultHttpContext { RequestServices = new ServiceCollection().AddLogging().BuildServiceProvider() };
        context.Connection.RemoteIpAddress = IPAddress.Parse(ip);
        context.Request.Headers.Authorization = authorization;
        prepare?.Invoke(context);

        await new AccessCheck(_ => Task.CompletedTask, Options.Create(new AccessOptions { AccessToken = token })).InvokeAsync(context);

        return context.Response.StatusCode;
    }
}
