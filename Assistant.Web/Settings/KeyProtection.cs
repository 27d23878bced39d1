using System.Security.Cryptography;
using Assistant.Core.Model;
using Microsoft.AspNetCore.DataProtection;

namespace Assistant.Web.Settings;

/// <summary>
/// Makes a key unreadable on disk, and readable again only for the origin it was given for: the origin is part of the encryption, so an address changed
/// by hand in the file does not get the key of another.
/// </summary>
public sealed class KeyProtection(IDataProtectionProvider provider)
{
    private const string Purpose = "Assistant.Settings.ModelKey";

    public StoredKey Protect(string key, Uri endpoint)
    {
        var origin = ModelOrigin.Of(endpoint);
        return new StoredKey(origin, ProtectorFor(origin).Protect(key));
    }

    /// <summary>The key, where it is one for this endpoint and can be read.</summary>
    public string? Unprotect(StoredKey? stored, Uri endpoint)
    {
        var origin = ModelOrigin.Of(endpoint);
        if (stored?.Origin != origin)
        {
            return null;
        }

        try
        {
            return ProtectorFor(origin).Unprotect(stored.Protected);
        }
        catch (CryptographicException)
        {
            return null;   // the keys it was written with are gone, or the text was changed
        }
    }

    private IDataProtector ProtectorFor(string origin) => provider.CreateProtector(Purpose, origin);
}
