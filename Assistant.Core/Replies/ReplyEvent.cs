namespace Assistant.Core.Replies;

/// <summary>
/// One thing that happened to a reply. An event is not a token: a text may carry many or none. Its number is its place in
/// the reply, counted from 1, and never changes.
/// </summary>
public abstract record ReplyEvent
{
    /// <summary>Nothing follows this event.</summary>
    public bool IsEnd => this is Done or Failed or Stopped;

    /// <summary>What is known of the reply at this event, if it is its end.</summary>
    public ReplyFacts? FactsAtEnd => this switch
    {
        Done done => done.Facts,
        Failed failed => failed.Facts,
        Stopped stopped => stopped.Facts,
        _ => null,
    };

    /// <summary>How the model will be called, and why, in words a person can read.</summary>
    public sealed record Planned(bool IsStreamed, string Reason) : ReplyEvent
    {
        /// <summary>The answer is said sentence by sentence.</summary>
        public bool IsSpoken { get; init; }
    }

    /// <summary>More of the answer, in Markdown.</summary>
    public sealed record Text(string Value) : ReplyEvent;

    /// <summary>More of what the model thought before it answered; never part of the answer.</summary>
    public sealed record Reasoning(string Value) : ReplyEvent;

    /// <summary>More of the code that was asked for, without fences or chatter.</summary>
    public sealed record Code(string Value) : ReplyEvent;

    /// <summary>A sentence about the wait, such as a retry and the time until it.</summary>
    public sealed record Notice(string Message, TimeSpan? RetryIn) : ReplyEvent;

    /// <summary>What the model or a tool is busy with from now on, such as "running tests".</summary>
    public sealed record Working(string Doing) : ReplyEvent;

    /// <summary>A call of a tool that is over.</summary>
    /// <param name="Name">The tool's.</param>
    /// <param name="Target">What it was about, in a few words.</param>
    public sealed record Tool(string Name, string Target, TimeSpan Took, bool HasFailed) : ReplyEvent;

    /// <summary>What a tool answered, kept because later questions may build on it.</summary>
    public sealed record LookedUp(Lookup Lookup) : ReplyEvent;

    /// <summary>A sentence of the answer is complete.</summary>
    /// <param name="Index">Counted from 0.</param>
    /// <param name="Spoken">The words to say, which hold no Markdown.</param>
    /// <param name="End">Where it ends in the answer's text, in characters.</param>
    public sealed record Sentence(int Index, string Spoken, int End) : ReplyEvent;

    public sealed record Done(ReplyFacts Facts, ReplyResult? Result) : ReplyEvent;

    public sealed record Failed(ReplyFacts Facts, ReplyFailure Failure) : ReplyEvent;

    public sealed record Stopped(ReplyFacts Facts) : ReplyEvent;
}
