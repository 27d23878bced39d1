using System.Net;
using Assistant.Core.Outgoing;

namespace Assistant.Tests.Outgoing;

public sealed class ForbiddenAddressesTests
{
    [Theory]
    [InlineData("169.254.169.254")]
    [InlineData("169.254.0.1")]
    [InlineData("169.254.170.2")]
    [InlineData("100.100.100.200")]
    [InlineData("168.63.129.16")]
    [InlineData("0.0.0.0")]
    [InlineData("0.1.2.3")]
    [InlineData("224.0.0.1")]
    [InlineData("239.255.255.250")]
    [InlineData("255.255.255.255")]
    [InlineData("::")]
    [InlineData("fe80::1")]
    [InlineData("fe80::1%3")]
    [InlineData("ff02::1")]
    [InlineData("fd00:ec2::254")]
    [InlineData("fd00:ec2::254%3")]
    [InlineData("fd20:ce::254")]
    public void Nothing_is_sent_to_the_network_itself_or_to_where_clouds_keep_secrets(string address) =>
        Assert.True(ForbiddenAddresses.Hold(IPAddress.Parse(address)));

    [Theory]
    [InlineData("::ffff:169.254.169.254")]
    [InlineData("::169.254.169.254")]
    [InlineData("::ffff:0:169.254.169.254")]
    [InlineData("64:ff9b::169.254.169.254")]
    [InlineData("64:ff9b:1::169.254.169.254")]
    [InlineData("64:ff9b:1:a9fe:00a9:fe00::")]
    [InlineData("2002:a9fe:a9fe::1")]
    [InlineData("2001:0:a9fe:a9fe::")]
    [InlineData("2001:0:5db8:d822:0:0:5601:5601")]
    [InlineData("2001:db8::5efe:169.254.169.254")]
    [InlineData("2001:db8::200:5efe:169.254.169.254")]
    [InlineData("::ffff:100.100.100.200")]
    [InlineData("::ffff:0.0.0.0")]
    [InlineData("2002:e000:1::")]
    public void Nor_to_them_by_the_detour_of_an_IPv6_address(string address) =>
        Assert.True(ForbiddenAddresses.Hold(IPAddress.Parse(address)));

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("::1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("10.0.0.1")]
    [InlineData("172.16.0.1")]
    [InlineData("192.168.1.5")]
    [InlineData("100.64.0.1")]
    [InlineData("fd12:3456::1")]
    [InlineData("104.16.0.1")]
    [InlineData("2606:4700::1")]
    [InlineData("64:ff9b::104.16.0.1")]
    [InlineData("2002:6810:1::1")]
    public void This_machine_a_network_of_ones_own_and_the_world_can_be_asked(string address) =>
        Assert.False(ForbiddenAddresses.Hold(IPAddress.Parse(address)));
}
