using System.Security.Cryptography;
using System.Text;
using Assistant.Web.Safety;
using Microsoft.Extensions.Options;

namespace Assistant.Web.SignIn;

/// <summary>The secret that lets a person or a program in, where one is set.</summary>
public sealed class AccessToken(IOptions<AccessOptions> options)
{
    private readonly byte[]? _hash = options.Value.HasToken ? Hash(options.Value.AccessToken!) : null;

    public bool IsSet => _hash is not null;

    /// <summary>Hashes are compared, since the time of comparing the texts would tell how long the token is.</summary>
    public bool Is(string text) => _hash is not null && CryptographicOperations.FixedTimeEquals(_hash, Hash(text));

    /// <summary>A text that stands for this token and this stamp together, and tells neither.</summary>
    public string Sealed(byte[] stamp) => Convert.ToHexStringLower(HMACSHA256.HashData(stamp, _hash ?? throw new InvalidOperationException("No access token is set.")));

    private static byte[] Hash(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token.Trim()));
}
