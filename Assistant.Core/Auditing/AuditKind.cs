namespace Assistant.Core.Auditing;

/// <summary>What can stand in the audit log.</summary>
public static class AuditKind
{
    /// <summary>A setting was changed while the Assistant ran.</summary>
    public const string Setting = "setting";

    /// <summary>The agent has worked; with the paths it changed.</summary>
    public const string AgentRun = "agent-run";

    /// <summary>What the agent had changed was put back.</summary>
    public const string AgentUndo = "agent-undo";

    /// <summary>The tests of a workspace were started.</summary>
    public const string TestRun = "test-run";

    /// <summary>A token was tried, and whether it was right.</summary>
    public const string SignIn = "sign-in";

    /// <summary>Somebody left, here or everywhere.</summary>
    public const string SignOut = "sign-out";
}
