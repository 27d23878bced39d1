namespace Assistant.Core.Model;

/// <summary>What an endpoint does not take of a request as OpenAI defines it. Found out by asking; of some endpoints known beforehand.</summary>
[Flags]
public enum Quirks
{
    None = 0,

    /// <summary>No <c>stream_options</c>; a stream may then end without usage.</summary>
    NoStreamOptions = 1 << 0,

    /// <summary><c>max_tokens</c>, the older name, in place of <c>max_completion_tokens</c>.</summary>
    OlderTokenLimit = 1 << 1,

    /// <summary>Neither name: an answer is as long as the endpoint lets it be.</summary>
    NoTokenLimit = 1 << 2,

    NoTemperature = 1 << 3,

    NoStop = 1 << 4,

    NoReasoningEffort = 1 << 5,

    NoToolChoice = 1 << 6,

    NoParallelToolCalls = 1 << 7,

    /// <summary>No <c>strict</c> on a tool.</summary>
    NoStrict = 1 << 8,

    /// <summary>No <c>name</c> on a message.</summary>
    NoName = 1 << 9,

    /// <summary>No <c>prediction</c> of what the answer will mostly be.</summary>
    NoPrediction = 1 << 10,
}
