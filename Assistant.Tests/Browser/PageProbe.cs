using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace Assistant.Tests.Browser;

/// <summary>Listens to a page for what a person would not see: console errors, requests that fail, and requests to any other host.</summary>
public sealed class PageProbe
{
    private readonly Uri _address;
    private readonly ConcurrentQueue<string> _complaints = [];
    private volatile bool _isOver;

    public PageProbe(IPage page, Uri address)
    {
        _address = address;
        page.Console += (_, message) => NoteIf(message.Type == "error", $"console: {message.Text}");
        page.PageError += (_, error) => NoteIf(true, $"script: {error}");
        page.Request += (_, request) => NoteIf(IsForeign(request.Url), $"request to another host: {request.Url}");
        page.WebSocket += (_, socket) => NoteIf(IsForeign(socket.Url), $"websocket to another host: {socket.Url}");
        page.RequestFailed += (_, request) => NoteIf(!IsGivenUp(request), $"request failed: {request.Url} {request.Failure}");
        page.Response += (_, response) => NoteIf(response.Status >= 400, $"request answered {response.Status}: {response.Url}");
    }

    public IReadOnlyCollection<string> Complaints => _complaints;

    /// <summary>The journey is over: what a page says while its window is closed is no fault.</summary>
    public void Stop() => _isOver = true;

    /// <summary>Something else that should not have happened.</summary>
    public void Complain(string complaint) => NoteIf(true, complaint);

    public void AssertQuiet() => Assert.Empty(_complaints);

    private void NoteIf(bool condition, string complaint)
    {
        if (condition && !_isOver)
        {
            _complaints.Enqueue(complaint);
        }
    }

    private bool IsForeign(string url) =>
        new Uri(url) is { Scheme: "http" or "https" or "ws" or "wss" } target && target.Authority != _address.Authority;

    /// <summary>Leaving a page gives up what it was still loading; that is no fault.</summary>
    private static bool IsGivenUp(IRequest request) => request.Failure == "net::ERR_ABORTED";
}
