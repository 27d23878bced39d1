using Microsoft.Extensions.AI;

namespace Assistant.Tests.Fakes;

/// <summary>What a <see cref="ScriptedModel"/> does with one call: the pieces, then the gate, then the failure, the silence or the end.</summary>
public sealed record ScriptedTurn(params string[] Parts)
{
    public IReadOnlyList<string> Reasoning { get; init; } = [];

    public IReadOnlyList<FunctionCallContent> ToolCalls { get; init; } = [];

    public UsageDetails? Usage { get; init; }

    public ChatFinishReason? FinishReason { get; init; }

    /// <summary>Said in the last update, as an endpoint's own timing is.</summary>
    public AdditionalPropertiesDictionary? AdditionalProperties { get; init; }

    /// <summary>Where the call waits after its pieces.</summary>
    public Gate? Gate { get; init; }

    /// <summary>Thrown after the pieces; usually a ModelException.</summary>
    public Exception? Failure { get; init; }

    /// <summary>After the pieces nothing more comes until the call is cancelled.</summary>
    public bool ThenHang { get; init; }
}
