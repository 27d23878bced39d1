namespace Assistant.Core.Model;

/// <summary>
/// A model call that failed. <see cref="Exception.Message"/> is one sentence fit to show: what happened and what to do. It never holds a key.
/// </summary>
public sealed class ModelException(ModelFault kind, string message, Exception? innerException = null) : Exception(message, innerException)
{
    public ModelFault Kind { get; } = kind;

    /// <summary>How long the endpoint asked to be left alone, where it said so.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The HTTP status, where the endpoint answered with a failure.</summary>
    public int? StatusCode { get; init; }

    /// <summary>The endpoint's own name for the request, to quote when asking its maker.</summary>
    public string? RequestId { get; init; }

    /// <summary>The connection was lost before the first byte of an answer, as happens to one that was left open for long: another may well do.</summary>
    public bool WasReset { get; init; }

    /// <summary>What had arrived of an answer that was asked for in one piece. A streamed answer has already been handed over as it came.</summary>
    public string? PartialText { get; init; }

    /// <summary>What the endpoint said, for those who can answer it.</summary>
    internal EndpointError? Error { get; init; }

    /// <summary>The model ended as if all were well, and said nothing.</summary>
    public static ModelException NoAnswer() => new(ModelFault.Incomplete, "The model ended without an answer. Please try again, or ask in other words.");

    internal ModelException With(string partialText) => new(Kind, Message, InnerException)
    {
        RetryAfter = RetryAfter,
        StatusCode = StatusCode,
        RequestId = RequestId,
        PartialText = partialText,
        Error = Error,
    };
}
