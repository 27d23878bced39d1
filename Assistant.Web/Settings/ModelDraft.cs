namespace Assistant.Web.Settings;

/// <summary>What a person wants to try or to save. No endpoint means the built-in engine, no name the first model the endpoint lists.</summary>
public sealed record ModelDraft(Uri? Endpoint, string? Name)
{
    /// <summary>Takes the place of the stored key; none keeps that one, as far as it is for this endpoint.</summary>
    public string? NewKey { get; init; }

    /// <summary>The stored key is not used and, on saving, forgotten.</summary>
    public bool ForgetsKey { get; init; }

    /// <summary>What may be shown: never the key.</summary>
    public override string ToString() => $"{Name} at {Endpoint}";
}
