using Microsoft.Playwright;

namespace Assistant.Tests.Browser.Pages;

/// <summary>The refactored code beside what can be done with it.</summary>
public sealed class RefactoredRegion(ILocator region)
{
    public ILocator Region => region;

    /// <summary>The text as it arrives, then the right side of the diff.</summary>
    public ILocator Text => region.GetByRole(AriaRole.Textbox, new() { Name = "Refactored text", Exact = true });

    public ILocator Alert => region.GetByRole(AriaRole.Alert);

    public ILocator Facts => region.Locator("[data-part='facts']");

    public ILocator Accept => Button("Accept");

    public ILocator Discard => Button("Discard");

    public ILocator Copy => Button("Copy");

    public ILocator Stop => Button("Stop refactoring");

    public ILocator Retry => Button("Retry");

    private ILocator Button(string name) => region.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });
}
