using System.Collections.Immutable;

namespace Assistant.Web.SignIn;

/// <summary>What makes sign-ins good or not, as it is kept in <c>sign-in.json</c>.</summary>
public sealed record StoredSignIns(byte[] Stamp)
{
    /// <summary>Sign-ins that were ended, each until it would have run out by itself.</summary>
    public ImmutableDictionary<string, DateTimeOffset> Ended { get; init; } = ImmutableDictionary<string, DateTimeOffset>.Empty;
}
