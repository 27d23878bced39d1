using Assistant.Core.Replies;

namespace Assistant.Web.Endpoints;

/// <summary>Tells times where a browser's own tools look for them: of a whole answer the same as in its body, of a stream how long it took to begin. Its end tells the others.</summary>
internal static class ServerTiming
{
    private const string Header = "Server-Timing";

    public static void Tell(HttpResponse response, Reply reply)
    {
        var timing = TimingJson.Of(reply.End!.FactsAtEnd!.Timing);
        response.Headers[Header] =
            FormattableString.Invariant($"total;dur={timing.TotalMs}, model;dur={timing.ModelMs}, wait;dur={timing.WaitMs}, overhead;dur={timing.OverheadMs}");
    }

    public static void TellBegin(HttpResponse response, Reply reply) =>
        response.Headers[Header] = FormattableString.Invariant($"begin;dur={reply.Meter.Read().Timing.Total.TotalMilliseconds:0.#}");
}
