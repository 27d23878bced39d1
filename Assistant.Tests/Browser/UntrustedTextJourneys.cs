using Assistant.Tests.Fakes;
using static Microsoft.Playwright.Assertions;

namespace Assistant.Tests.Browser;

/// <summary>What a model or a person writes is text. The probe complains about any request to another host, and about any script the page refused.</summary>
public sealed class UntrustedTextJourneys(BrowserFixture browser) : WorkbenchJourney(browser)
{
    private const string Hostile = """
        <script>alert('script')</script>

        <img src="https://evil.example/pixel.png" onerror="alert('img')">

        ![picture](https://evil.example/picture.png "alert") ![drawn](data:image/svg+xml;base64,PHN2Zy8+)

        [one](javascript:alert('link')) [two](JaVaScRiPt:alert(1)) [three](data:text/html,<script>alert(1)</script>) [four](vbscript:x) [five](//evil.example)

        [six][ref] <javascript:alert('auto')> <iframe src="https://evil.example"></iframe> <svg onload="alert('svg')"></svg> <style>@import 'https://evil.example/x.css';</style>

        ## Heading {onclick=alert(1)} {#blazor-error-ui}

        | <b onmouseover="alert('cell')">cell</b> | `<script>alert('code')</script>` |
        | --- | --- |
        | <a href="javascript:alert(1)">x</a> | <object data="https://evil.example"></object> |

        ```html"onmouseover="alert(1)
        </code></pre><script>alert('fence')</script><img src=x onerror=alert(1)>
        ```

        [seven](java&#115;cript:alert(1)) [eight](&#x6A;avascript:alert(1)) [nine](java&Tab;script:alert(1)) [ten](<javascript:alert(1)>) [eleven](https://example.org "onmouseover=alert(1) \"><img src=x onerror=alert(1)>")

        <!-- <img src=x onerror=alert(1)> --> <base href="https://evil.example/"> <meta http-equiv="refresh" content="0;url=https://evil.example"> <link rel="stylesheet" href="https://evil.example/x.css">

        <details open ontoggle=alert(1)> <video src="https://evil.example/v" onerror=alert(1)></video> <math href="javascript:alert(1)">x</math> <form action="https://evil.example"><input autofocus onfocus=alert(1)></form>

        <p style="background:url(https://evil.example/style)">styled</p> <a href="&#106;avascript:alert(1)">entity</a> <svg><a xlink:href="javascript:alert(1)"><text>svg</text></a></svg> <embed src="https://evil.example/e"> <object data="data:text/html,<script>alert(1)</script>"></object>

        ![ref image][img] [![nested](https://evil.example/n.png)](javascript:alert(1)) www.evil.example/<script>alert(1)</script> mailto:a@evil.example?body=<img/onerror=alert(1)>

        - [ ] <img src=x onerror=alert('task')>
        > <script>alert('quote')</script>

        ~~~"><script>alert('info')</script>
        <script>alert('tilde')</script>
        ~~~

        [ref]: javascript:alert('ref')
        [img]: https://evil.example/ref.png "onerror=alert(1)"

        The end of it.
        """;

    /// <summary>Nothing that is asked for elsewhere is let out of the browser, also by a window that opens; the probe complains about each.</summary>
    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await Page.Context.RouteAsync(url => new Uri(url) is { Scheme: "http" or "https" } target && target.Authority != App.Address.Authority, route => route.AbortAsync());
        Page.Popup += (_, popup) => Probe.Complain($"a window was opened: {popup.Url}");
    }

    [BrowserFact]
    public async Task Nothing_in_an_answer_runs_or_loads_while_it_arrives_or_after_a_reload()
    {
        var dialogs = WatchDialogs();
        Model.Enqueue(FakeReply.Text([.. Hostile.Chunk(7).Select(piece => new string(piece))]));
        await OpenAsync();

        await Chat.SendAsync("Write something hostile");
        await Chat.Answer.ExpectStateAsync("done");
        await ExpectHarmlessAsync();

        await Page.ReloadAsync();
        await ExpectReadyAsync();
        await ExpectHarmlessAsync();
        Assert.Empty(dialogs);
    }

    [BrowserFact]
    public async Task Nothing_in_a_message_its_title_or_the_code_runs_or_loads()
    {
        const string message = "<img src=x onerror=alert(1)> <script>alert(2)</script> is this safe?";
        var dialogs = WatchDialogs();
        Model.Enqueue(FakeReply.Text("It is."));
        await OpenAsync();
        await Code.PasteAsync("</code></pre><img src=x onerror=alert(3)>");

        await Code.AskAsync(message);

        await Expect(Chat.Answer.Text).ToHaveTextAsync("It is.");
        await Expect(Chat.Questions.GetByText(message)).ToBeVisibleAsync();
        await Expect(Workbench.Conversations.Titles).ToContainTextAsync(["<img src=x onerror=alert(1)>"]);
        await Expect(Chat.Log.Locator("img, script")).ToHaveCountAsync(0);
        Assert.Empty(dialogs);
    }

    [BrowserFact]
    public async Task An_endpoint_cannot_smuggle_markup_into_a_failure()
    {
        var dialogs = WatchDialogs();
        Model.Enqueue(FakeReply.Error(400, """{"error":{"message":"a < b && c > d <img src=x onerror=alert(1)> is not allowed."}}"""));
        await OpenAsync();

        await Chat.SendAsync("Write something hostile");

        await Expect(Chat.Answer.Alert).ToContainTextAsync("is not allowed.");
        await Expect(Chat.Log.Locator("img")).ToHaveCountAsync(0);
        Assert.Empty(dialogs);
    }

    private async Task ExpectHarmlessAsync()
    {
        await Expect(Chat.Answer.Text).ToContainTextAsync("The end of it.");
        await Expect(Chat.Answer.Text.Locator("script, img, iframe, svg, style, object, embed, form, [id], [style], [srcset]")).ToHaveCountAsync(0);
        var links = await Chat.Answer.Text.Locator("a").EvaluateAllAsync<string[]>("links => links.map(link => link.href)");
        Assert.All(links, link => Assert.Matches("^(https?|mailto):", link));
        var attributes = await Chat.Answer.Text.EvaluateAsync<string[]>("answer => [...answer.querySelectorAll('*')].flatMap(element => element.getAttributeNames())");
        Assert.DoesNotContain(attributes, name => name.StartsWith("on", StringComparison.OrdinalIgnoreCase));
    }

    private List<string> WatchDialogs()
    {
        var dialogs = new List<string>();
        Page.Dialog += async (_, dialog) =>
        {
            dialogs.Add(dialog.Message);
            await dialog.DismissAsync();
        };
        return dialogs;
    }
}
