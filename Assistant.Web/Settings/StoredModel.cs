using System.Collections.Immutable;

namespace Assistant.Web.Settings;

/// <summary>What was chosen in the page, as it is kept in <c>model.json</c>.</summary>
public sealed record StoredModel
{
    public Uri? Endpoint { get; init; }

    /// <summary>The built-in engine was chosen; the endpoint is kept for later.</summary>
    public bool UsesBuiltIn { get; init; }

    public StoredKey? Key { get; init; }

    /// <summary>The model chosen at each endpoint, by its origin.</summary>
    public ImmutableSortedDictionary<string, string> Names { get; init; } = ImmutableSortedDictionary<string, string>.Empty;
}
