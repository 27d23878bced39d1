using Assistant.Core;
using Assistant.Core.Auditing;
using Assistant.Core.Model;

namespace Assistant.Web.Settings;

/// <summary>
/// Which model answers, as it was chosen in the page and as it is kept. What the server's own settings name wins, property by property, over what is
/// stored. A choice counts from the next call on.
/// </summary>
public sealed class ModelSettings(GivenModel given, ModelStore store, KeyProtection keys, ModelSelection selection, ModelProbe probe, AuditLog audit)
{
    private readonly Lock _gate = new();
    private volatile StoredModel _stored = new();
    private volatile string? _fileTrouble;

    /// <summary>Why what was stored is not used, as a sentence; none when all is well.</summary>
    public string? Trouble => _fileTrouble ?? (IsKeyUnreadable ? $"The stored key for {_stored.Key!.Origin} can no longer be read: enter it again." : null);

    /// <summary>The endpoint there is to choose models from, whether or not the built-in engine is in use now.</summary>
    public Uri? Endpoint => given.Options.Endpoint ?? _stored.Endpoint;

    /// <summary>The origin the stored key is for.</summary>
    public string? KeyOrigin => _stored.Key?.Origin;

    private bool IsKeyUnreadable => _stored is { Key: { } key, Endpoint: { } endpoint } && key.Origin == ModelOrigin.Of(endpoint) && KeyOf(endpoint) is null;

    /// <summary>Begins with what is stored. A file that cannot be read is told about in <see cref="Trouble"/> and otherwise counts as none.</summary>
    public void Begin()
    {
        try
        {
            _stored = store.Read();
        }
        catch (SettingsFileException failure)
        {
            _fileTrouble = failure.Message;
        }

        if ((given.Options.Endpoint ?? (_stored.UsesBuiltIn ? null : _stored.Endpoint)) is { } endpoint)
        {
            selection.Use(Options(new ModelDraft(endpoint, NameAt(endpoint))));
        }
    }

    /// <summary>The model chosen at an endpoint; none for the first one it lists.</summary>
    public string? NameAt(Uri endpoint) => given.Options.Name ?? _stored.Names.GetValueOrDefault(ModelOrigin.Of(endpoint));

    /// <summary>There is a stored key that would be sent to this endpoint.</summary>
    public bool HasKeyFor(Uri endpoint) => KeyOf(endpoint) is not null;

    /// <summary>The settings a call would be made with.</summary>
    public ModelOptions Options(ModelDraft draft)
    {
        if (draft.Endpoint is null)
        {
            return given.Options with { Endpoint = null, ApiKey = null };
        }

        var endpoint = given.Options.Endpoint ?? draft.Endpoint;
        return given.Options with
        {
            Endpoint = endpoint,
            ApiKey = given.KeyFor(endpoint)?.Value ?? draft.NewKey ?? (draft.ForgetsKey ? null : KeyOf(endpoint)),
            Name = given.Options.Name ?? draft.Name,
        };
    }

    /// <summary>The models there are to choose from; none without an endpoint.</summary>
    /// <exception cref="ModelException">The endpoint could not be asked.</exception>
    public async Task<IReadOnlyList<string>> ListAsync(CancellationToken cancellationToken) =>
        selection.Endpoint is { } inUse ? [.. (await inUse.Catalog.ListAsync(cancellationToken)).Where(ModelName.CanChat)]
        : Endpoint is { } endpoint ? await probe.ListAsync(Options(new ModelDraft(endpoint, null)), cancellationToken)
        : [];

    /// <summary>Uses a draft from now on, and keeps it.</summary>
    /// <exception cref="SettingsFileException">It is used, but could not be kept.</exception>
    public void Save(Owner owner, ModelDraft draft)
    {
        lock (_gate)
        {
            selection.Use(Options(draft));
            Keep(owner, draft.Endpoint is null ? _stored with { UsesBuiltIn = true } : With(draft, given.Options.Endpoint ?? draft.Endpoint));
        }
    }

    /// <summary>Another model of the endpoint answers from now on.</summary>
    /// <exception cref="SettingsFileException">It is used, but could not be kept.</exception>
    public void Choose(Owner owner, string name)
    {
        lock (_gate)
        {
            var endpoint = Endpoint ?? throw new InvalidOperationException("There is no endpoint to choose a model from.");
            selection.Use(Options(new ModelDraft(endpoint, name)) with { Name = name });
            Keep(owner, Named(_stored with { UsesBuiltIn = false }, endpoint, name));
        }
    }

    /// <summary>The built-in engine answers from now on.</summary>
    /// <exception cref="SettingsFileException">It is used, but could not be kept.</exception>
    public void ChooseBuiltIn(Owner owner) => Save(owner, new ModelDraft(null, null));

    private string? KeyOf(Uri endpoint) => keys.Unprotect(_stored.Key, endpoint);

    private StoredModel With(ModelDraft draft, Uri endpoint)
    {
        var isOurs = given.Options.Endpoint is null;
        var isElsewhere = isOurs && _stored.Key?.Origin != ModelOrigin.Of(endpoint);
        var key = draft.NewKey is { } typed ? keys.Protect(typed, endpoint) : draft.ForgetsKey || isElsewhere ? null : _stored.Key;
        return Named(_stored with { UsesBuiltIn = false, Endpoint = isOurs ? endpoint : _stored.Endpoint, Key = key }, endpoint, draft.Name);
    }

    private StoredModel Named(StoredModel stored, Uri endpoint, string? name)
    {
        var origin = ModelOrigin.Of(endpoint);
        return given.Options.Name is not null ? stored
            : stored with { Names = name is null ? stored.Names.Remove(origin) : stored.Names.SetItem(origin, name) };
    }

    private void Keep(Owner owner, StoredModel stored)
    {
        audit.Write(new AuditEntry(AuditKind.Setting, owner, null, ModelChange.Between(_stored, stored)));
        _stored = stored;
        if (_fileTrouble is not null)
        {
            store.SetAside();
            _fileTrouble = null;
        }

        store.Write(stored);
    }
}
