using Assistant.Web.Safety;
using Microsoft.Extensions.Options;

namespace Assistant.Tests.Safety;

public sealed class ProxyValidationTests
{
    private const string Token = "a secret of sixteen";

    [Fact]
    public void Nothing_set_is_fine() => Assert.Null(Failure(new ProxyOptions(), token: null));

    [Theory]
    [InlineData("10.0.0.5")]
    [InlineData("10.0.0.0/24")]
    [InlineData("::1")]
    [InlineData("fd00::/8")]
    public void An_address_or_a_network_is_fine(string address)
    {
        Assert.Null(Failure(new ProxyOptions { Addresses = [address] }, Token));
        Assert.Null(Failure(new ProxyOptions { Addresses = [address], UserHeader = "X-Forwarded-User", Administrators = ["root"] }, token: null));
    }

    [Theory]
    [InlineData("proxy.example")]
    [InlineData("10.0.0.5/33")]
    [InlineData("0.0.0.0/0")]
    [InlineData("::/0")]
    public void What_is_no_address_or_everybody_stops_the_start(string address) => Assert.Equal(
        $"Assistant:Proxy:Addresses holds '{address}': write an address like 10.0.0.5 or a network like 10.0.0.0/24.",
        Failure(new ProxyOptions { Addresses = [address] }, Token));

    [Fact]
    public void What_is_no_header_stops_the_start() => Assert.Equal(
        "Assistant:Proxy:UserHeader is 'X User': write the name of a header, for example X-Forwarded-User.",
        Failure(new ProxyOptions { Addresses = ["10.0.0.5"], UserHeader = "X User" }, Token));

    [Fact]
    public void A_header_that_anybody_could_send_stops_the_start() => Assert.Equal(
        "Assistant:Proxy:UserHeader is believed from known proxies only: name them in Assistant:Proxy:Addresses.",
        Failure(new ProxyOptions { UserHeader = "X-Forwarded-User" }, Token));

    [Fact]
    public void Administrators_without_names_stop_the_start() => Assert.Equal(
        "Assistant:Proxy:Administrators names people, and nothing says who somebody is: set Assistant:Proxy:UserHeader.",
        Failure(new ProxyOptions { Administrators = ["root"] }, Token));

    [Fact]
    public void A_proxy_nobody_could_come_in_through_stops_the_start() => Assert.Equal(
        "Assistant:Proxy:Addresses is set, and nobody could come in through these proxies: set Assistant__AccessToken or Assistant:Proxy:UserHeader.",
        Failure(new ProxyOptions { Addresses = ["10.0.0.5"] }, token: null));

    private static string? Failure(ProxyOptions options, string? token) =>
        new ProxyValidation(Options.Create(new AccessOptions { AccessToken = token })).Validate(null, options).FailureMessage;
}
