namespace Assistant.Core.Model;

/// <summary>What can go wrong with a model endpoint, one member for each <c>kind</c> of the HTTP API.</summary>
public enum ModelFault
{
    /// <summary>No connection could be made.</summary>
    Unreachable,

    /// <summary>The key is missing, wrong or not allowed to do this (401, 403).</summary>
    Unauthorized,

    /// <summary>The account has nothing left to spend; waiting does not help.</summary>
    Quota,

    ModelNotFound,

    /// <summary>What came back is not an answer that can be read.</summary>
    BadResponse,

    /// <summary>The answer broke off: the connection was lost, or the stream ended without a finish reason.</summary>
    Incomplete,

    /// <summary>Too many requests or tokens for now (429).</summary>
    RateLimited,

    /// <summary>The endpoint is overloaded, loading or down (5xx).</summary>
    Unavailable,

    /// <summary>No first byte, or no whole answer, within the limit.</summary>
    Timeout,

    /// <summary>The answer began and then nothing more arrived within the limit.</summary>
    Stalled,

    /// <summary>The request does not fit into the model's context.</summary>
    TooLong,

    /// <summary>The endpoint refused the request as it stands (400, 422).</summary>
    Refused,

    /// <summary>A content filter stopped the request or the answer.</summary>
    Filtered,
}
