namespace Assistant.Core.Workspace;

/// <summary>The folder that tools work in.</summary>
/// <param name="Root">The full, real path: no part of it is a link.</param>
/// <param name="IsTrusted">Whether code that lies in it may be run.</param>
public sealed record WorkspaceFolder(string Root, bool IsTrusted)
{
    /// <summary>The folder at <paramref name="path"/>, which has to exist.</summary>
    public static WorkspaceFolder Open(string path, bool isTrusted) => new(RealPath.Of(path), isTrusted);
}
