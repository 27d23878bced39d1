using Assistant.Core.Settings;

namespace Assistant.Core.Workspace;

/// <summary>Which folder the tools work in, and what may be done there. Section <c>Assistant:Workspace</c>.</summary>
public sealed class WorkspaceOptions
{
    public const string Section = "Assistant:Workspace";

    /// <summary>The folder the tools work in; none means a sample project in the data folder.</summary>
    [ExistingFolder(ErrorMessage = "name a folder that is there.")]
    public string? Root { get; init => field = value is null ? null : Path.GetFullPath(value); }

    /// <summary>
    /// What lies in <see cref="Root"/>, or in the sample project, may be run: its tests, and with them any code it holds. Says nothing of folders elsewhere.
    /// </summary>
    public bool Trusted { get; init; }

    /// <summary>Where another workspace may be picked from in the page: these folders and all beneath them; none means the root alone.</summary>
    [ExistingFolder(ErrorMessage = "name folders that are there.")]
    public string[] AllowedRoots { get; init => field = [.. value.Select(Path.GetFullPath)]; } = [];
}
