using System.Globalization;
using Assistant.Core;
using Assistant.Core.Model;
using Assistant.Web.Settings;
using Assistant.Web.SignIn;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace Assistant.Web.Components.Settings;

/// <summary>Connects a model while the Assistant runs.</summary>
public sealed partial class SettingsPage(
    ModelSettings settings,
    GivenModel given,
    ModelSelection selection,
    ModelProbe probe,
    LocalModels locals,
    Owner owner,
    AuthenticationStateProvider caller) : ComponentBase, IDisposable
{
    private const string Closed = "Settings are changed by the administrators of this Assistant.";

    private readonly CancellationTokenSource _leaving = new();
    private ModelEdit? _edit;
    private IReadOnlyList<LocalModel> _locals = [];
    private IReadOnlyList<string> _models = [];
    private ModelOptions? _listed;
    private string? _listTrouble;
    private int _keyRound;
    private CancellationTokenSource? _testing;
    private ModelTest? _test;
    private string? _said;
    private string? _failure;
    private bool _hasSignedIn;

    /// <summary>Where the server names the endpoint, there is only that one to choose.</summary>
    private IEnumerable<string> Providers =>
        given.Options.Endpoint is { } endpoint ? [ModelEdit.BuiltIn, ModelPresets.At(endpoint)?.Name ?? ModelEdit.Other]
        : [ModelEdit.BuiltIn, .. ModelPresets.All.Select(preset => preset.Name), ModelEdit.Other];

    private IEnumerable<LocalModel> Offers => given.Options.Endpoint is null ? _locals.Where(local => local.Preset.Name != _edit!.Provider) : [];

    private string? KeySetting => _edit!.Address is { } address ? given.KeyFor(address)?.Key : null;

    private bool HasStoredKey => _edit!.Address is { } address && settings.HasKeyFor(address);

    private string? KeyHint =>
        KeySetting is not null || (HasStoredKey && _edit!.KeyChange != KeyChange.Replace) ? null
        : _edit!.Address is { } address && settings.KeyOrigin is { } origin && origin != ModelOrigin.Of(address) && given.Options.Endpoint is null
            ? $"The stored key is for {origin}: it is not sent here, and is forgotten when you save."
        : _edit.Preset is { IsLocal: true } ? "Servers on this machine usually need none."
        : _edit.Preset is { KeyVariable: { } variable } ? $"Kept encrypted here and never shown. Or set {variable} before the start."
        : "Kept encrypted here and never shown.";

    protected override async Task OnInitializedAsync()
    {
        var user = (await caller.GetAuthenticationStateAsync()).User;
        _hasSignedIn = Caller.SessionOf(user) is not null;
        if (!Caller.IsAdministrator(user))
        {
            return;
        }

        var inUse = selection.Endpoint?.Options.Endpoint;
        _edit = new ModelEdit(given.Options, inUse, inUse is null ? null : settings.NameAt(inUse));
        StateHasChanged();
        _locals = await locals.FindAsync(CancellationToken.None);
    }

    public void Dispose()
    {
        _leaving.Cancel();
        _leaving.Dispose();
        _testing?.Dispose();
    }

    private static string Count(int models) => models == 1 ? "1 model" : string.Create(CultureInfo.InvariantCulture, $"{models} models");

    private void Pick(ChangeEventArgs picked) => Pick((string)picked.Value!);

    private void Pick(string provider)
    {
        _edit!.Pick(provider);
        _edit.Name = _edit.Address is { } address ? settings.NameAt(address) ?? "" : "";
        _keyRound++;
        Forget();
    }

    private void Write(ChangeEventArgs written)
    {
        _edit!.Write((string?)written.Value ?? "");
        Forget();
    }

    private void TypeKey(string key)
    {
        _edit!.Key = key;
        Forget();
    }

    /// <summary>What was said about an endpoint says nothing about another one.</summary>
    private void Forget()
    {
        StopTest();
        (_models, _listed, _listTrouble, _test, _said, _failure) = ([], null, null, null, null, null);
    }

    private async Task ListAsync()
    {
        if (_edit!.Address is null || _edit.Draft() is not { } draft || settings.Options(draft with { Name = null }) is var asked && asked == _listed)
        {
            return;
        }

        (_listed, _listTrouble) = (asked, null);
        try
        {
            _models = await probe.ListAsync(asked, _leaving.Token);
        }
        catch (ModelException failure)
        {
            (_listed, _listTrouble) = (null, failure.Message);
        }
        catch (OperationCanceledException) when (_leaving.IsCancellationRequested)
        {
            // The page is gone before the endpoint answered.
        }
    }

    private async Task TestAsync()
    {
        if (_edit!.Draft() is not { } draft)
        {
            return;
        }

        StopTest();
        (_test, _said, _failure) = (null, "Testing…", null);
        using var testing = CancellationTokenSource.CreateLinkedTokenSource(_leaving.Token);
        _testing = testing;
        try
        {
            _test = await probe.TestAsync(settings.Options(draft), testing.Token);
        }
        catch (ModelException failure) when (!testing.IsCancellationRequested)
        {
            _failure = failure.Message;
        }
        catch (OperationCanceledException) when (testing.IsCancellationRequested)
        {
            // Stopped, or overtaken by another test.
        }

        if (_testing == testing)
        {
            (_testing, _said) = (null, null);
        }
    }

    private void StopTest()
    {
        _testing?.Cancel();
        _testing = null;
    }

    private void Save()
    {
        if (_edit!.Draft() is not { } draft)
        {
            return;
        }

        (_test, _said, _failure) = (null, null, null);
        try
        {
            settings.Save(owner, draft);
            _said = $"Saved. {(draft.Endpoint is { } endpoint ? ModelPresets.NameOf(endpoint) : "The built-in engine")} answers from the next question on.";
        }
        catch (SettingsFileException failure)
        {
            _failure = failure.Message;
        }

        var inUse = selection.Endpoint?.Options.Endpoint;
        _edit = new ModelEdit(given.Options, inUse, draft.Name);
        _keyRound++;
    }
}
