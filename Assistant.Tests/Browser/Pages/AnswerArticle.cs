using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Assistant.Tests.Browser.Pages;

/// <summary>One answer in the conversation.</summary>
public sealed class AnswerArticle(ILocator article)
{
    /// <summary>The answer itself and nothing around it.</summary>
    public ILocator Text => article.Locator("[data-part='answer']");

    public ILocator Facts => article.Locator("[data-part='facts']");

    public ILocator Alert => article.GetByRole(AriaRole.Alert);

    public ILocator Retry => Button("Retry");

    public ILocator Continue => Button("Continue");

    public ILocator Copy => Button("Copy answer");

    public async Task ExpectStateAsync(string state)
    {
        await Expect(article).ToHaveAttributeAsync("data-state", state);
        await Expect(article).ToHaveAttributeAsync("aria-busy", state is "working" or "streaming" ? "true" : "false");
    }

    private ILocator Button(string name) => article.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });
}
