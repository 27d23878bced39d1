namespace Assistant.Core.Model;

/// <summary>Decides what a failure is, from the HTTP status and the endpoint's own code and words.</summary>
internal static class FaultKind
{
    private static readonly string[] TooLong =
    [
        "context_length", "context length", "context window", "context size", "maximum context", "exceed_context", "larger than the context",
        "string_above_max_length", "too many tokens", "maximum number of tokens", "reduce the length", "prompt is too long", "input is too long",
        "request too large",
    ];

    private static readonly string[] Filtered =
        ["content_filter", "content filter", "content_policy", "content management policy", "responsibleaipolicy", "moderation", "flagged"];

    private static readonly string[] Quota =
    [
        "insufficient_quota", "insufficient_balance", "insufficient balance", "insufficient credits", "exceeded your current quota", "billing",
        "payment required",
    ];

    private static readonly string[] UnknownModel =
        ["model_not_found", "model not found", "no such model", "unknown model", "invalid model", "not a valid model"];

    private static readonly string[] BadKey =
        ["invalid_api_key", "incorrect api key", "invalid api key", "api key not valid", "authentication_error", "unauthorized"];

    private static readonly string[] Busy = ["overloaded", "rate_limit", "rate limit", "rate-limit", "too many requests"];

    public static ModelFault Of(int status, EndpointError error)
    {
        var said = $"{error.Code} {error.Type} {error.Words}";
        bool Says(string[] signs) => signs.Any(sign => said.Contains(sign, StringComparison.OrdinalIgnoreCase));
        bool SaysModelIsMissing() => Says(UnknownModel)
            || (said.Contains("model", StringComparison.OrdinalIgnoreCase)
                && (said.Contains("does not exist", StringComparison.OrdinalIgnoreCase) || said.Contains("not found", StringComparison.OrdinalIgnoreCase)));

        return status switch
        {
            401 => ModelFault.Unauthorized,
            403 => Says(Filtered) ? ModelFault.Filtered : ModelFault.Unauthorized,
            402 => ModelFault.Quota,
            404 => SaysModelIsMissing() ? ModelFault.ModelNotFound : ModelFault.BadResponse,
            408 => ModelFault.Timeout,
            413 => ModelFault.TooLong,
            429 => Says(Quota) ? ModelFault.Quota : ModelFault.RateLimited,
            _ when Says(TooLong) => ModelFault.TooLong,
            501 or 505 => ModelFault.Refused,
            >= 500 => ModelFault.Unavailable,
            _ when Says(Filtered) => ModelFault.Filtered,
            _ when Says(Quota) => ModelFault.Quota,
            _ when Says(BadKey) => ModelFault.Unauthorized,
            _ when SaysModelIsMissing() => ModelFault.ModelNotFound,
            >= 400 => ModelFault.Refused,
            >= 300 => ModelFault.BadResponse,
            _ when Says(Busy) => said.Contains("overloaded", StringComparison.OrdinalIgnoreCase) ? ModelFault.Unavailable : ModelFault.RateLimited,
            _ when said.Contains("invalid", StringComparison.OrdinalIgnoreCase) => ModelFault.Refused,
            _ => ModelFault.Unavailable,
        };
    }
}
