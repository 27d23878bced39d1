using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Assistant.Tests.Browser.Pages;

/// <summary>The code editor, the question under it, and the refactored code.</summary>
public sealed class CodePanel(IPage page)
{
    public ILocator Editor => Pane.GetByRole(AriaRole.Textbox, new() { Name = "Code", Exact = true });

    public ILocator Language => Pane.GetByRole(AriaRole.Combobox, new() { Name = "Language", Exact = true });

    public ILocator Question => Pane.GetByRole(AriaRole.Textbox, new() { Name = "Question", Exact = true });

    public ILocator Ask => Pane.GetByRole(AriaRole.Button, new() { Name = "Ask", Exact = true });

    public ILocator Level => page.GetByRole(AriaRole.Combobox, new() { Name = "Refactor level", Exact = true });

    public ILocator Refactor => Pane.GetByRole(AriaRole.Button, new() { Name = "Refactor", Exact = true });

    public ILocator Alert => Pane.GetByRole(AriaRole.Alert);

    public RefactoredRegion Refactored => new(Pane.GetByRole(AriaRole.Region, new() { Name = "Refactored code", Exact = true }));

    private ILocator Pane => page.GetByRole(AriaRole.Region, new() { Name = "Code and questions", Exact = true });

    /// <summary>Waits until Monaco has taken the place of the plain box.</summary>
    public Task ExpectMonacoAsync() => Expect(Editor).ToHaveAttributeAsync("aria-roledescription", "editor");

    /// <summary>Puts code in place of what is in the editor, by the clipboard as a person does.</summary>
    public async Task PasteAsync(string code)
    {
        await ExpectMonacoAsync();
        await page.EvaluateAsync("code => navigator.clipboard.writeText(code)", code);
        await Editor.FocusAsync();
        await page.Keyboard.PressAsync("Control+A");
        await page.Keyboard.PressAsync("Control+V");
    }

    /// <summary>The whole text in the editor, by the clipboard too.</summary>
    public async Task<string> CopyAsync()
    {
        await Editor.FocusAsync();
        await page.Keyboard.PressAsync("Control+A");
        await page.Keyboard.PressAsync("Control+C");
        return await page.EvaluateAsync<string>("navigator.clipboard.readText()");
    }

    public async Task AskAsync(string question)
    {
        await Question.FillAsync(question);
        await Ask.ClickAsync();
    }
}
