using Microsoft.Playwright;

namespace Assistant.Tests.Browser.Pages;

/// <summary>What a run changed, each file with its diff and what can be done with it.</summary>
public sealed class ChangesRegion(ILocator region)
{
    public ILocator Region => region;

    public ILocator Alert => region.GetByRole(AriaRole.Alert);

    public ILocator KeepAll => Button("Keep all");

    public ILocator UndoAll => Button("Undo all");

    public ILocator Keep(string path) => Button($"Keep {path}");

    public ILocator Undo(string path) => Button($"Undo {path}");

    /// <summary>A changed file, with everything that is said of it.</summary>
    public ILocator File(string path) => region.Locator(".file").Filter(new() { Has = region.Page.GetByText(path, new() { Exact = true }) });

    /// <summary>The lines of a file that are new, as Monaco draws them.</summary>
    public ILocator Diff(string path) => File(path).Locator(".monaco-diff-editor .editor.modified");

    private ILocator Button(string name) => region.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });
}
