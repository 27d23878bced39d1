using System.Net;

namespace Assistant.Core.Outgoing;

/// <summary>A name led to an address that nothing is sent to.</summary>
public sealed class RefusedAddressException(IPAddress address)
    : IOException($"{address} is an address that nothing is sent to.")
{
    public IPAddress Address { get; } = address;
}
