namespace Assistant.Core.Workspace.Testing;

/// <summary>How tests are run. Section <c>Assistant:Workspace</c>.</summary>
public sealed class TestOptions
{
    public const string Section = "Assistant:Workspace";

    /// <summary>What runs the tests, as it is typed in a shell; none means that it is found in the workspace.</summary>
    public string? TestCommand { get; init; }
}
