using Microsoft.Playwright;

namespace Assistant.Tests.Browser.Pages;

/// <summary>The conversation and its composer.</summary>
public sealed class ChatPanel(IPage page)
{
    public ILocator Log => page.GetByRole(AriaRole.Log, new() { Name = "Conversation", Exact = true });

    public ILocator Questions => Log.GetByRole(AriaRole.Article, new() { Name = "You", Exact = true });

    public ILocator Answers => Log.GetByRole(AriaRole.Article, new() { Name = "Assistant", Exact = true });

    /// <summary>The newest answer.</summary>
    public AnswerArticle Answer => new(Answers.Last);

    public ILocator Message => page.GetByRole(AriaRole.Textbox, new() { Name = "Message", Exact = true });

    public ILocator Send => page.GetByRole(AriaRole.Button, new() { Name = "Send", Exact = true });

    public ILocator Stop => page.GetByRole(AriaRole.Button, new() { Name = "Stop", Exact = true });

    public ILocator AttachCode => page.GetByRole(AriaRole.Button, new() { Name = "Attach code", Exact = true });

    public ILocator Speak => page.GetByRole(AriaRole.Button, new() { Name = "Speak", Exact = true });

    public ILocator Alert => page.GetByRole(AriaRole.Region, new() { Name = "Chat", Exact = true }).GetByRole(AriaRole.Alert);

    public async Task SendAsync(string message)
    {
        await Message.FillAsync(message);
        await Send.ClickAsync();
    }

    /// <summary>For a message that is too long to be typed.</summary>
    public async Task PasteAndSendAsync(string message)
    {
        await page.EvaluateAsync("message => navigator.clipboard.writeText(message)", message);
        await Message.FocusAsync();
        await page.Keyboard.PressAsync("Control+V");
        await Send.ClickAsync();
    }
}
