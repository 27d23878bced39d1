namespace Assistant.Core.Workspace.Testing;

/// <summary>Whether the tests of a workspace can be run now, and how.</summary>
public sealed record TestReadiness
{
    /// <summary>None when no command is known.</summary>
    public TestCommand? Command { get; init; }

    public bool IsSandboxed { get; init; }

    /// <summary>A person could allow it: there is no bubblewrap, and they have not agreed for this workspace yet.</summary>
    public bool NeedsAgreement { get; init; }

    /// <summary>Why they cannot be run, as sentences for a person or a model; none when they can.</summary>
    public string? Obstacle { get; init; }
}
