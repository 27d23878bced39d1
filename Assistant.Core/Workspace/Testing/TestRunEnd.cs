namespace Assistant.Core.Workspace.Testing;

public enum TestRunEnd
{
    Finished,

    /// <summary>It took longer than <see cref="TestRunner.TimeLimit"/> and was ended.</summary>
    TimedOut,

    /// <summary>It wrote more than <see cref="TestRunner.MostOutput"/> characters and was ended.</summary>
    WroteTooMuch,
}
