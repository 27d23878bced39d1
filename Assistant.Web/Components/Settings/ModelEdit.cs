using Assistant.Core.Model;
using Assistant.Core.Outgoing;
using Assistant.Core.Settings;
using Assistant.Web.Settings;

namespace Assistant.Web.Components.Settings;

/// <summary>The form while it is filled in: what stands in its fields, and what is wrong with it.</summary>
public sealed class ModelEdit
{
    /// <summary>The provider that is none.</summary>
    public const string BuiltIn = "Built-in engine";

    /// <summary>An address that no preset knows.</summary>
    public const string Other = "Another endpoint";

    private readonly Uri? _given;
    private readonly bool _allowsHttp;
    private bool _isChecked;

    /// <param name="given">What the server's settings name: their endpoint stays.</param>
    /// <param name="inUse">The endpoint that answers; none for the built-in engine.</param>
    /// <param name="name">The model chosen there.</param>
    public ModelEdit(ModelOptions given, Uri? inUse, string? name)
    {
        (_given, _allowsHttp) = (given.Endpoint, given.AllowHttp);
        Show(inUse);
        Name = name ?? "";
    }

    public string Provider { get; private set; } = BuiltIn;

    public string Endpoint { get; private set; } = "";

    public string Name { get; set; } = "";

    public KeyChange KeyChange { get; set; }

    /// <summary>As it was typed; it is never drawn.</summary>
    public string Key { get; set; } = "";

    public bool UsesBuiltIn => Provider == BuiltIn;

    public ModelPreset? Preset => ModelPresets.All.FirstOrDefault(preset => preset.Name == Provider);

    /// <summary>None for the built-in engine, and while what is written is no address.</summary>
    public Uri? Address => UsesBuiltIn ? null : SettingValue.Parse(Endpoint.Trim(), typeof(Uri), out _) as Uri;

    public string? EndpointTrouble =>
        UsesBuiltIn || (Endpoint.Length == 0 && !_isChecked) ? null
        : Address is null ? "Write an address that starts with http:// or https:// and holds no password."
        : OutgoingRules.Trouble(Address, _allowsHttp) is { } trouble ? $"This address cannot be used: {trouble}"
        : null;

    public string? EndpointWarning =>
        _allowsHttp && Address is { Scheme: "http", IsLoopback: false } ? "All you send there can be read on the way: use https:// if it is offered." : null;

    public string? KeyTrouble =>
        UsesBuiltIn || Key.All(letter => letter is >= '!' and <= '~') ? null : "A key is one word of plain letters, digits and signs.";

    /// <summary>Fills the address in. What was typed for another endpoint is not carried over.</summary>
    public void Pick(string provider)
    {
        Provider = provider;
        Endpoint = UsesBuiltIn ? "" : (_given ?? Preset?.Endpoint)?.ToString() ?? "";
        (Name, Key, KeyChange, _isChecked) = ("", "", KeyChange.Keep, false);
    }

    public void Write(string endpoint)
    {
        Endpoint = endpoint;
        Provider = Address is { } address ? ModelPresets.At(address)?.Name ?? Other : Other;
    }

    /// <summary>What the form asks for; none while something in it is wrong, which is then said beside its field.</summary>
    public ModelDraft? Draft()
    {
        _isChecked = true;
        if (EndpointTrouble is not null || KeyTrouble is not null)
        {
            return null;
        }

        var name = Name.Trim();
        return new ModelDraft(Address, name.Length > 0 ? name : null)
        {
            NewKey = KeyChange != KeyChange.Remove && Key.Length > 0 ? Key : null,
            ForgetsKey = KeyChange == KeyChange.Remove,
        };
    }

    private void Show(Uri? inUse)
    {
        if (inUse is not null)
        {
            Write(inUse.ToString());
        }
    }
}
