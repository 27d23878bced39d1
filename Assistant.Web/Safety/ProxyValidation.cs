using System.Net;
using Microsoft.Extensions.Options;

namespace Assistant.Web.Safety;

/// <summary>Stops the start where the settings of proxies would let in more than was meant, or nobody.</summary>
public sealed class ProxyValidation(IOptions<AccessOptions> access) : IValidateOptions<ProxyOptions>
{
    private const string Header = $"{ProxyOptions.Section}:{nameof(ProxyOptions.UserHeader)}";
    private const string Addresses = $"{ProxyOptions.Section}:{nameof(ProxyOptions.Addresses)}";

    public ValidateOptionsResult Validate(string? name, ProxyOptions options)
    {
        var failures = options.Addresses.Where(address => !IsUsable(address))
            .Select(address => $"{Addresses} holds '{address}': write an address like 10.0.0.5 or a network like 10.0.0.0/24.")
            .Concat(Mismatches(options))
            .ToList();
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private IEnumerable<string> Mismatches(ProxyOptions options)
    {
        if (options.UserHeader is { } header && !IsHeader(header))
        {
            yield return $"{Header} is '{header}': write the name of a header, for example X-Forwarded-User.";
        }

        if (options.UserHeader is not null && options.Addresses.Length == 0)
        {
            yield return $"{Header} is believed from known proxies only: name them in {Addresses}.";
        }

        if (options.UserHeader is null && options.Administrators.Length > 0)
        {
            yield return $"{ProxyOptions.Section}:{nameof(ProxyOptions.Administrators)} names people, and nothing says who somebody is: set {Header}.";
        }

        if (options.Addresses.Length > 0 && options.UserHeader is null && !access.Value.HasToken)
        {
            yield return $"{Addresses} is set, and nobody could come in through these proxies: set Assistant__AccessToken or {Header}.";
        }
    }

    /// <summary>A network of everybody would make the headers of everybody believed.</summary>
    private static bool IsUsable(string address) => IPAddress.TryParse(address, out _) || (IPNetwork.TryParse(address, out var network) && network.PrefixLength > 0);

    private static bool IsHeader(string name) => name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_');
}
