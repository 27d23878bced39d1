using Assistant.Web.Safety;
using Microsoft.Extensions.Configuration;

namespace Assistant.Tests.Safety;

public sealed class AddressesTests
{
    [Theory]
    [InlineData("http://localhost:5080")]
    [InlineData("http://LOCALHOST:5080")]
    [InlineData("http://127.0.0.1:5080")]
    [InlineData("https://127.8.9.10:5080")]
    [InlineData("http://[::1]:5080")]
    [InlineData("http://[::ffff:127.0.0.1]:5080")]
    [InlineData("http://unix:/tmp/assistant.sock")]
    public void Only_this_machine_can_reach(string address) => Assert.True(Addresses.IsLoopback(address));

    [Theory]
    [InlineData("http://*:5080")]
    [InlineData("http://+:5080")]
    [InlineData("http://0.0.0.0:5080")]
    [InlineData("http://[::]:5080")]
    [InlineData("http://192.168.1.5:5080")]
    [InlineData("http://[::ffff:10.0.0.1]:5080")]
    [InlineData("http://example.org:5080")]
    [InlineData("http://localhost.example.org:5080")]
    [InlineData("http://127.0.0.1.example.org:5080")]
    [InlineData("not an address")]
    public void Other_machines_can_reach(string address) => Assert.False(Addresses.IsLoopback(address));

    [Theory]
    [InlineData("urls", "http://a:1;http://b:2", "http://a:1", "http://b:2")]
    [InlineData("http_ports", "8080;8081", "http://*:8080", "http://*:8081")]
    [InlineData("https_ports", "8443", "https://*:8443")]
    [InlineData("Kestrel:Endpoints:Main:Url", "http://c:3", "http://c:3")]
    public void Every_way_to_name_an_address_is_seen(string key, string value, params string[] addresses) =>
        Assert.Equal(addresses, Addresses.Configured(Configuration((key, value))));

    [Fact]
    public void Ports_count_only_without_urls() =>
        Assert.Equal(["http://localhost:5080"], Addresses.Configured(Configuration(("urls", "http://localhost:5080"), ("http_ports", "8080"))));

    private static IConfiguration Configuration(params (string Key, string Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(setting => setting.Key, setting => (string?)setting.Value)).Build();
}
