namespace Assistant.Core.Agent;

/// <summary>How a run ended, in the words of the HTTP API.</summary>
public static class AgentOutcome
{
    /// <summary>Tests ran; none failed that passed before, and none was skipped or weakened.</summary>
    public const string Verified = "verified";

    /// <summary>No tests could be run, or they prove nothing.</summary>
    public const string NotVerified = "not-verified";

    /// <summary>Tests fail that did not before, or the model failed after it had changed something.</summary>
    public const string Failed = "failed";

    public const string Stopped = "stopped";

    /// <summary>A limit of calls or time was reached, or the model ran in a circle.</summary>
    public const string Limit = "limit";
}
