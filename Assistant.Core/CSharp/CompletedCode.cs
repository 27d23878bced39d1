namespace Assistant.Core.CSharp;

/// <summary>Pasted code as far as what it lacks could be made up.</summary>
/// <param name="ErrorCount">Compiler errors of the code by itself.</param>
public sealed record CompletedCode(OpenedCode Code, int ErrorCount, StandIns StandIns)
{
    /// <summary>Every name in the code is known without anything made up.</summary>
    public bool IsWhole => ErrorCount == 0;
}
