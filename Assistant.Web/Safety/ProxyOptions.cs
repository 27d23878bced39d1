namespace Assistant.Web.Safety;

/// <summary>The reverse proxies that are believed. Section <c>Assistant:Proxy</c>.</summary>
public sealed class ProxyOptions
{
    public const string Section = "Assistant:Proxy";

    /// <summary>Addresses ("10.0.0.5") or networks ("10.0.0.0/24") whose forwarded headers count; none means that no forwarded header does.</summary>
    public string[] Addresses { get; init; } = [];

    /// <summary>The header in which these proxies, and only they, say who somebody is; none means that everybody is one person.</summary>
    public string? UserHeader { get; init; }

    /// <summary>Those of the names in <see cref="UserHeader"/> who may change settings.</summary>
    public string[] Administrators { get; init; } = [];
}
