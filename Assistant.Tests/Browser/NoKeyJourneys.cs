using Assistant.Core.BuiltIn;
using Assistant.Core.CSharp;
using Assistant.Tests.Fakes;
using Microsoft.Extensions.DependencyInjection;
using static Microsoft.Playwright.Assertions;

namespace Assistant.Tests.Browser;

/// <summary>What a person meets who has just started the Assistant and connected nothing.</summary>
public sealed class NoKeyJourneys(BrowserFixture browser) : WorkbenchJourney(browser)
{
    private const string Pasted = """
        using System;

        public class Counter
        {
            private int _count = 0;

            public int Next()
            {
                if (_count == null) { return 0; }
                _count = _count + 1;
                return this._count;
            }
        }
        """;

    protected override KestrelFactory CreateApp() => new()
    {
        WarmsUp = true,
        Replacements = services => services.AddSingleton(new CSharpEngine(new ManualTime())), // has all the time it needs
    };

    [BrowserFact]
    public async Task Refactor_works_on_csharp_and_names_the_engine()
    {
        await OpenAsync();
        await Expect(Workbench.Header).ToContainTextAsync(BuiltInChatClient.Name);
        await Code.PasteAsync(Pasted);

        await Code.Refactor.ClickAsync();

        await Expect(Code.Refactored.Facts).ToContainTextAsync(BuiltInChatClient.Name);
        await Expect(Code.Refactored.Region).ToContainTextAsync("the code compiles as it did before");

        await Code.Refactored.Accept.ClickAsync();

        await Expect(Code.Editor).ToBeFocusedAsync();
        Assert.Contains("_count++;", await Code.CopyAsync(), StringComparison.Ordinal);
        Assert.Empty(Model.Requests);
    }

    [BrowserFact]
    public async Task Ask_describes_csharp()
    {
        await OpenAsync();
        await Code.PasteAsync(Pasted);

        await Code.AskAsync("What does this declare?");

        await Expect(Chat.Answer.Text).ToContainTextAsync("class Counter");
        await Expect(Chat.Answer.Text).ToContainTextAsync("Compiler errors: none");
        await Expect(Chat.Answer.Facts).ToContainTextAsync(BuiltInChatClient.Name);
        await Chat.Answer.ExpectStateAsync("done");
    }

    [BrowserFact]
    public async Task Chat_says_what_it_can_do_and_how_to_connect_a_model()
    {
        await OpenAsync();

        await Chat.SendAsync("Write me a web server in Rust");

        await Expect(Chat.Answer.Text).ToContainTextAsync("The built-in engine is no language model and cannot answer that.");
        await Expect(Chat.Answer.Text).ToContainTextAsync("Refactor applies the compiler's stock fixes");
        await Expect(Chat.Answer.Text).ToContainTextAsync("CEREBRAS_API_KEY");
        await Chat.Answer.ExpectStateAsync("done");
    }
}
