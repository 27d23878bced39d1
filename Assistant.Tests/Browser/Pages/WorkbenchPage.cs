using Microsoft.Playwright;

namespace Assistant.Tests.Browser.Pages;

/// <summary>The workbench as a person finds it: by the roles and the names of its controls.</summary>
public sealed class WorkbenchPage(IPage page)
{
    public ChatPanel Chat { get; } = new(page);

    public CodePanel Code { get; } = new(page);

    public ConversationsPanel Conversations { get; } = new(page);

    public ILocator Header => page.GetByRole(AriaRole.Banner);

    public ILocator Model => Header.GetByRole(AriaRole.Button, new() { Name = "Model", Exact = true });

    /// <summary>The one quiet status.</summary>
    public ILocator Status => page.GetByRole(AriaRole.Status);

    /// <summary>On a phone: the bar that leads from pane to pane.</summary>
    public ILocator Jump(string pane) =>
        page.GetByRole(AriaRole.Navigation, new() { Name = "Panes", Exact = true }).GetByRole(AriaRole.Link, new() { Name = pane, Exact = true });

    /// <summary>What is on the clipboard.</summary>
    /// <summary>The browser writes it when it finds the time.</summary>
    public Task ExpectClipboardAsync(string text) => page.WaitForFunctionAsync("async text => await navigator.clipboard.readText() === text", text);
}
