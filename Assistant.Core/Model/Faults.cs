using System.Globalization;
using System.Net.Sockets;
using Assistant.Core.Outgoing;

namespace Assistant.Core.Model;

/// <summary>
/// Every way a call can fail, as one exception with one sentence: what happened and what to do, then the endpoint's own words without any key.
/// </summary>
internal sealed class Faults(ModelOptions options, string modelName)
{
    private const int LongestQuote = 300;

    private readonly KeyRedaction _redaction = new(options.ApiKey);
    private readonly Uri _endpoint = options.Endpoint ?? throw new InvalidOperationException("No model endpoint is configured.");

    private bool IsChatModel => options.ReadFrom == ModelOptions.Section;

    private string Address => _endpoint.AbsoluteUri.TrimEnd('/');

    private string Host => _endpoint.Authority;

    /// <summary>The endpoint answered with a failure status.</summary>
    public ModelException From(int status, EndpointError error, TimeSpan? retryAfter, string? requestId)
    {
        var kind = FaultKind.Of(status, error);
        return new ModelException(kind, Sentence(kind, status, retryAfter) + Quote(error.Words))
        {
            StatusCode = status,
            RetryAfter = retryAfter,
            RequestId = requestId is null ? null : _redaction.Clean(requestId),
            Error = error,
        };
    }

    /// <summary>The endpoint answered 200 and then said inside the answer that it failed.</summary>
    public ModelException From(EndpointError error) => From(error.Status ?? 200, error, null, null);

    /// <summary>Nothing was sent, and nothing will be as long as the address stays what it is.</summary>
    public ModelException NotAllowed(string trouble) => new(ModelFault.Unreachable, $"Will not ask {Address}: {trouble}");

    /// <summary>No answer could be begun, because the connection failed.</summary>
    public ModelException Unreachable(Exception cause)
    {
        if (Find<RefusedAddressException>(cause) is { } refused)
        {
            return NotAllowed($"it leads to {refused.Address}, and {OutgoingRules.Forbidden}");
        }

        var failure = Find<HttpRequestException>(cause);
        var (reason, advice) = failure?.HttpRequestError switch
        {
            HttpRequestError.NameResolutionError => ($"there is no host named {_endpoint.Host}", $"Check the address in {Setting("Endpoint")}."),
            HttpRequestError.SecureConnectionError => ("no secure connection could be made", "Check its certificate, or whether it speaks http."),
            HttpRequestError.ResponseEnded => ("it closed the connection without an answer", "Is the server healthy?"),
            _ when Find<HttpProtocolException>(cause) is not null => ("it broke off the connection", "Is the server healthy?"),
            HttpRequestError.InvalidResponse or HttpRequestError.HttpProtocolError => ("it does not speak HTTP", $"Check the address in {Setting("Endpoint")}."),
            _ when Find<SocketException>(cause) is { } socket => (Reason(socket.SocketErrorCode), "Is the server running?"),
            _ => ("the connection failed", "Is the server running?"),
        };
        return new ModelException(ModelFault.Unreachable, $"Could not reach {Address}: {reason}. {advice}", _redaction.Clean(cause)) { WasReset = IsReset(cause) };
    }

    /// <summary>The answer ended before its end.</summary>
    /// <param name="cause">How the connection was lost, if it was.</param>
    /// <param name="hasBegun">Some of the answer had arrived.</param>
    public ModelException BrokenOff(Exception? cause = null, bool hasBegun = true) =>
        new(ModelFault.Incomplete, $"The answer from {Host} broke off before its end: ask it to continue, or try again.", _redaction.Clean(cause))
        {
            WasReset = cause is not null && !hasBegun,
        };

    public ModelException TooLarge() =>
        new(ModelFault.Incomplete, string.Create(
            CultureInfo.InvariantCulture,
            $"The answer grew past {options.MaxAnswerBytes} bytes and was stopped: ask for less{OrRaise("MaxAnswerBytes")}."));

    public ModelException NoFirstByte() =>
        new(ModelFault.Timeout, $"{Host} sent nothing within {Words(options.FirstByteTimeout)}: try again{OrRaise("FirstByteTimeout")}.");

    public ModelException Stalled() =>
        new(ModelFault.Stalled, $"{Host} stopped sending for {Words(options.ContentIdleTimeout)}: try again{OrRaise("ContentIdleTimeout")}.");

    public ModelException TooSlow() =>
        new(ModelFault.Timeout, $"The answer was not complete within {Words(options.AnswerTimeout)}: ask for less{OrRaise("AnswerTimeout")}.");

    public ModelException Filtered() =>
        new(ModelFault.Filtered, Sentence(ModelFault.Filtered, 200, null));

    public ModelException Unreadable(string? words) =>
        new(ModelFault.BadResponse, Sentence(ModelFault.BadResponse, 200, null) + Quote(words));

    public ModelException NoModel() =>
        new(ModelFault.ModelNotFound, $"{Address} lists no model that can chat: check the address in {Setting("Endpoint")}, or name a model in Assistant:Model:Name.");

    private string Sentence(ModelFault kind, int status, TimeSpan? retryAfter) => kind switch
    {
        ModelFault.Unauthorized when options.ApiKey is null => $"{Host} wants a key: give it one in {Setting("ApiKey")}.",
        ModelFault.Unauthorized => $"{Host} did not accept the key: check it in {Setting("ApiKey")}, and what it is allowed to do.",
        ModelFault.Quota => $"The account at {Host} has nothing left to spend: add credit there, or use another model.",
        ModelFault.ModelNotFound => $"{Host} has no model named '{modelName}': {(IsChatModel ? "choose one that it lists, in the page's header or in Assistant:Model:Name" : $"name one that it has in {options.ReadFrom}:Model")}.",
        ModelFault.RateLimited => $"{Host} takes no more requests for now: {TryAgain(retryAfter)}",
        ModelFault.Unavailable => status >= 500
            ? $"{Host} is overloaded, loading or down (HTTP {Number(status)}): {TryAgain(retryAfter)}"
            : $"{Host} failed while answering: {TryAgain(retryAfter)}",
        ModelFault.Timeout => $"{Host} gave up waiting (HTTP {Number(status)}): try again.",
        ModelFault.TooLong => "This is more than the model can take at once: send less code, or begin a new conversation.",
        ModelFault.Filtered => $"A content filter at {Host} stopped this: word it differently.",
        ModelFault.Refused => $"{Host} refused the request (HTTP {Number(status)}): change what it complains about, or choose another model.",
        _ when status == 404 => $"There is no model endpoint at {Address}: check the address in {Setting("Endpoint")}; it usually ends in /v1.",
        _ when status is >= 300 and < 400 => $"{Address} points to another address: put the final one into {Setting("Endpoint")}.",
        _ => $"{Address} sent something that is not a model's answer: check the address in {Setting("Endpoint")}.",
    };

    /// <summary>The Settings page knows only of the model.</summary>
    private string Setting(string name) => IsChatModel ? $"Settings or {options.ReadFrom}:{name}" : $"{options.ReadFrom}:{name}";

    private string OrRaise(string limit) => IsChatModel ? $", or raise {options.ReadFrom}:{limit}" : "";

    private static string TryAgain(TimeSpan? wait) => wait is { } time ? $"try again in {Words(time)}." : "try again in a moment.";

    private string Quote(string? words)
    {
        if (words is null)
        {
            return "";
        }

        var clean = _redaction.Clean(words);
        return $" It says: “{(clean.Length > LongestQuote ? clean[..LongestQuote].TrimEnd() + "…" : clean)}”";
    }

    private static TFailure? Find<TFailure>(Exception? cause)
        where TFailure : Exception => cause switch
        {
            null => null,
            TFailure found => found,
            AggregateException several => several.InnerExceptions.Select(Find<TFailure>).FirstOrDefault(found => found is not null),
            _ => Find<TFailure>(cause.InnerException),
        };

    // The connection was there and went away, which is not the same as one that cannot be made.
    private static bool IsReset(Exception cause) =>
        Find<HttpRequestException>(cause)?.HttpRequestError is HttpRequestError.ResponseEnded
        || Find<HttpProtocolException>(cause) is not null
        || Find<SocketException>(cause)?.SocketErrorCode is SocketError.ConnectionReset or SocketError.ConnectionAborted;

    private static string Reason(SocketError error) => error switch
    {
        SocketError.ConnectionRefused => "connection refused",
        SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain => "there is no such host",
        SocketError.TimedOut => "it does not answer",
        SocketError.NetworkUnreachable or SocketError.HostUnreachable => "there is no way to that address",
        SocketError.ConnectionReset => "it closed the connection without an answer",
        _ => "the connection failed",
    };

    private static string Words(TimeSpan span) =>
        span >= TimeSpan.FromHours(2) ? $"{Number(Math.Round(span.TotalHours, 1))} hours"
        : span >= TimeSpan.FromMinutes(2) ? $"{Number(Math.Round(span.TotalMinutes, 1))} minutes"
        : $"{Number(Math.Round(span.TotalSeconds, 1))} s";

    private static string Number(double number) => number.ToString(CultureInfo.InvariantCulture);
}
