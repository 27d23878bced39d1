namespace Assistant.Core.Workspace.Testing;

/// <summary>What kind of command runs the tests: it decides how a filter is given and how the results are read.</summary>
public enum TestKind
{
    DotNet,
    Node,
    Pytest,
    Go,
    Cargo,

    /// <summary>Anything else: its exit code counts, and how many tests there were is not known.</summary>
    Other,
}
