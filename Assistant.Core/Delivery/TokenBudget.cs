namespace Assistant.Core.Delivery;

/// <summary>
/// How many tokens each call for one answer may spend. A model that reasons gets an allowance on top, so that thinking does not eat the answer; where it
/// did, the next call gets more.
/// </summary>
/// <param name="limit">The limit the answer has of its own, if any.</param>
/// <param name="endpoint">What is known of the model.</param>
internal sealed class TokenBudget(int? limit, EndpointProfile endpoint)
{
    /// <summary>The limit of a synchronous call: enough for the short answers it is chosen for, and soon reached by the others.</summary>
    public const int SyncTokens = 200;

    /// <summary>What a model that reasons gets on top of a limit.</summary>
    public const int ReasoningAllowance = 2_000;

    /// <summary>Asked for where an endpoint's own limit was spent on reasoning; most let a caller ask for more than they give unasked.</summary>
    private const int LargeBudget = 4 * ReasoningAllowance;

    private int? _last;

    public int? First(bool isStreamed) =>
        _last = (limit ?? (isStreamed ? null : SyncTokens)) + (endpoint.Reasons ? ReasoningAllowance : 0);

    /// <summary>For the call that goes on with an answer; none when it may take as long as it likes.</summary>
    /// <param name="isEmpty">Everything spent so far went into reasoning.</param>
    /// <param name="spent">The tokens written so far.</param>
    public int? Next(bool isEmpty, long spent) =>
        _last = !isEmpty ? null
            : _last is not { } last ? (int)Math.Clamp(2 * spent, LargeBudget, int.MaxValue)
            : limit is null ? null
            : Math.Max(last + ReasoningAllowance, 4 * last);
}
