namespace Assistant.Core.Model;

/// <summary>Who is behind an address: scheme, host and port. A key and the name of a model hold there and nowhere else.</summary>
public static class ModelOrigin
{
    /// <summary>Such as "https://api.cerebras.ai" or "http://localhost:11434", in small letters.</summary>
    public static string Of(Uri address) => address.GetLeftPart(UriPartial.Authority).ToLowerInvariant();
}
