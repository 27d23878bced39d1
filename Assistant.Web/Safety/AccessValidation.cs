using Microsoft.Extensions.Options;

namespace Assistant.Web.Safety;

/// <summary>Stops the start, before anything listens, when the server could be reached from other machines without a secret.</summary>
public sealed class AccessValidation(IConfiguration configuration) : IValidateOptions<AccessOptions>
{
    private static readonly string TooShort = $"Assistant:AccessToken is too short. Make it at least {AccessOptions.MinTokenLength} characters long.";

    public ValidateOptionsResult Validate(string? name, AccessOptions options)
    {
        var failures = Addresses.Configured(configuration)
            .Select(address => Problem(address, options.HasToken))
            .Prepend(IsTooShort(options.AccessToken) ? TooShort : null)
            .OfType<string>()
            .ToList();

        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    /// <summary>What a person reads when the server will not listen on an address, and what they can do about it.</summary>
    public static string Refusal(string address) =>
        $"Will not listen on {address}: other machines could reach it, and no access token is set. "
        + $"Set Assistant__AccessToken to a secret of at least {AccessOptions.MinTokenLength} characters and AllowedHosts to the host names it is reached by, "
        + "or listen on this machine only, as with --urls http://localhost:5080.";

    private static string? Problem(string address, bool hasToken)
    {
        if (!Addresses.IsReadable(address))
        {
            return $"“{address}” is not an address to listen on. Write it like http://localhost:5080.";
        }

        return hasToken || Addresses.IsLoopback(address) ? null : Refusal(address);
    }

    private static bool IsTooShort(string? token) => !string.IsNullOrWhiteSpace(token) && token.Trim().Length < AccessOptions.MinTokenLength;
}
