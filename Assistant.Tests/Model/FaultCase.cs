using Assistant.Core.Model;

namespace Assistant.Tests.Model;

/// <summary>A failure as the endpoint sends it, and what the caller must be told.</summary>
public sealed record FaultCase(string Name, int Status, string Body, ModelFault Kind, string Says)
{
    public string Text { get; init; } = "";

    public override string ToString() => Name;
}
