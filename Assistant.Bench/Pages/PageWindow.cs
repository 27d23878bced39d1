using System.Text;
using System.Text.Json;
using Microsoft.Playwright;

namespace Assistant.Bench.Pages;

/// <summary>A new window on a page, and what it costs.</summary>
internal sealed class PageWindow : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly IBrowserContext _context;
    private readonly IPage _page;
    private long _receivedBytes;
    private IJSHandle? _watch;

    private PageWindow(IBrowserContext context, IPage page, ICDPSession tools, bool counts)
    {
        (_context, _page, Tools) = (context, page, tools);
        if (counts)
        {
            page.WebSocket += (_, socket) => socket.FrameReceived += (_, frame) => Interlocked.Add(ref _receivedBytes, SizeOf(frame));
        }
    }

    /// <summary>The browser's own tools for this page.</summary>
    public ICDPSession Tools { get; }

    /// <summary>What came over the websocket so far, before compression; only where it is counted.</summary>
    public long ReceivedBytes => Interlocked.Read(ref _receivedBytes);

    public static async Task<PageWindow> OpenAsync(IBrowser browser, MeasuredPage measured, bool counts = false)
    {
        var context = await browser.NewContextAsync(new() { ViewportSize = new() { Width = 1280, Height = 720 } });
        var page = await context.NewPageAsync();
        var tools = await context.NewCDPSessionAsync(page);
        await tools.SendAsync("Performance.enable");
        var window = new PageWindow(context, page, tools, counts);
        await page.GotoAsync((counts ? measured.CountedAddress : measured.Address).ToString());
        await page.Locator("html[data-ready='true']").WaitForAsync();

        if (measured.IsAssistant)
        {
            // The editor loads late; what it costs is not the answer's.
            await page.GetByRole(AriaRole.Textbox, new() { Name = "Code", Exact = true }).WaitForAsync();
        }

        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        return window;
    }

    /// <summary>Writes a message and watches from here on; <see cref="SendAsync"/> sends it.</summary>
    public async Task WriteAsync(string message, bool countsFrames = false)
    {
        await Message.FillAsync(message);
        _watch = await _page.EvaluateHandleAsync(Script(), new { countsFrames });
    }

    public Task SendAsync() => Message.PressAsync("Enter");

    /// <summary>Presses Stop once there is text.</summary>
    public async Task StopAsync()
    {
        await _page.Locator("article[data-state='streaming'] [data-part='answer'] > *").First.WaitForAsync();
        await _page.GetByRole(AriaRole.Button, new() { Name = "Stop", Exact = true }).ClickAsync();
    }

    /// <summary>What was seen, once the answer has ended and nothing moves any more.</summary>
    public async Task<PageSeen> SeenAsync()
    {
        var seen = await _watch!.EvaluateAsync<JsonElement>("watch => watch.over").WaitAsync(Patience);
        return seen.Deserialize<PageSeen>(JsonSerializerOptions.Web)!;
    }

    public Task<string> AnswerAsync() => _watch!.EvaluateAsync<string>("watch => watch.text()");

    /// <summary>How long the page's main thread has been busy, in milliseconds.</summary>
    public async Task<double> MainThreadAsync()
    {
        var metrics = await Tools.SendAsync("Performance.getMetrics");
        return metrics!.Value.GetProperty("metrics").EnumerateArray()
            .Single(metric => metric.GetProperty("name").GetString() == "TaskDuration")
            .GetProperty("value").GetDouble() * 1000;
    }

    public async ValueTask DisposeAsync() => await _context.CloseAsync();

    private ILocator Message => _page.GetByRole(AriaRole.Textbox, new() { Name = "Message", Exact = true });

    private static int SizeOf(IWebSocketFrame frame) => frame.Binary?.Length ?? Encoding.UTF8.GetByteCount(frame.Text ?? "");

    private static string Script()
    {
        using var reader = new StreamReader(typeof(PageWindow).Assembly.GetManifestResourceStream("PageWatch.js")!);
        return reader.ReadToEnd();
    }
}
