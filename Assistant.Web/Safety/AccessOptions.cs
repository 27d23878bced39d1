namespace Assistant.Web.Safety;

/// <summary>Who may come in from other machines.</summary>
public sealed class AccessOptions
{
    /// <summary>Shorter ones can be guessed.</summary>
    public const int MinTokenLength = 16;

    /// <summary>The secret a caller from another machine must know; none means that only this machine is served.</summary>
    public string? AccessToken { get; init; }

    public bool HasToken => !string.IsNullOrWhiteSpace(AccessToken);
}
