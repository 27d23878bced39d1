using Assistant.Core.Model;

namespace Assistant.Core.Replies;

/// <summary>Why a reply failed.</summary>
/// <param name="Fault">What the model endpoint did; none when the fault is ours.</param>
/// <param name="Message">One sentence fit to show: what happened and what to do.</param>
/// <param name="RetryAfter">How long the endpoint asked to be left alone, where it said so.</param>
public sealed record ReplyFailure(ModelFault? Fault, string Message, TimeSpan? RetryAfter = null)
{
    /// <summary>The answer broke off, and what had arrived can be continued.</summary>
    public bool IsInterruption => Fault is ModelFault.Incomplete or ModelFault.Stalled;

    public static ReplyFailure Of(ModelException failure) => new(failure.Kind, failure.Message, failure.RetryAfter);
}
