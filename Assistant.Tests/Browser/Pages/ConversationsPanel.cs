using Microsoft.Playwright;

namespace Assistant.Tests.Browser.Pages;

/// <summary>The list of conversations.</summary>
public sealed class ConversationsPanel(IPage page)
{
    public ILocator New => page.GetByRole(AriaRole.Button, new() { Name = "New conversation", Exact = true });

    public ILocator Search => page.GetByRole(AriaRole.Searchbox, new() { Name = "Search conversations", Exact = true });

    public ILocator Titles => Panel.GetByRole(AriaRole.Listitem).GetByRole(AriaRole.Link);

    public ILocator Settings => Panel.GetByRole(AriaRole.Link, new() { Name = "Settings", Exact = true });

    private ILocator Panel => page.GetByRole(AriaRole.Navigation, new() { Name = "Conversations", Exact = true });

    public ILocator Titled(string title) => Titles.And(page.GetByRole(AriaRole.Link, new() { Name = title, Exact = true }));
}
