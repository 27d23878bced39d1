using Microsoft.Playwright;

namespace Assistant.Tests.Browser.Pages;

/// <summary>The list of conversations.</summary>
public sealed class ConversationsPanel(IPage page)
{
    public ILocator New => page.GetByRole(AriaRole.Button, new() { Name = "New conversation", Exact = true });

    public ILocator Search => page.GetByRole(AriaRole.Searchbox, new() { Name = "Search conversations", Exact = true });

    public ILocator Titles => Panel.GetByRole(AriaRole.Listitem).Locator(".row").GetByRole(AriaRole.Link);

    public ILocator Agent => Panel.GetByRole(AriaRole.Link, new() { Name = "Agent", Exact = true });

    public ILocator Latency => Panel.GetByRole(AriaRole.Link, new() { Name = "Latency", Exact = true });

    public ILocator Settings => Panel.GetByRole(AriaRole.Link, new() { Name = "Settings", Exact = true });

    public ILocator Import => Panel.GetByLabel("Import");

    public ILocator Undo => Panel.GetByRole(AriaRole.Button, new() { Name = "Undo", Exact = true });

    private ILocator Panel => page.GetByRole(AriaRole.Navigation, new() { Name = "Conversations", Exact = true });

    /// <summary>One of the things that can be done to a conversation.</summary>
    public async Task<ILocator> OptionAsync(string title, string option, AriaRole role = AriaRole.Button)
    {
        await Titled(title).HoverAsync();
        await Panel.GetByRole(AriaRole.Button, new() { Name = $"Options for {title}", Exact = true }).ClickAsync();
        return Panel.GetByRole(AriaRole.Group, new() { Name = "Options", Exact = true }).GetByRole(role, new() { Name = option, Exact = true });
    }

    public ILocator Titled(string title) => Titles.And(page.GetByRole(AriaRole.Link, new() { Name = title, Exact = true }));
}
