using Assistant.Core.Settings;

namespace Assistant.Core.Workspace;

/// <summary>
/// What is the Assistant's own: its data, its program and its settings. No tool reads or writes there, so that nothing in a workspace can change what
/// the tools allow. The sample project lies in the data folder and is no secret.
/// </summary>
public sealed class OwnPlaces
{
    private readonly string[] _folders;
    private readonly string _sample;
    private readonly string? _settings;

    /// <param name="contentRoot">Where appsettings.json lies, if it is known.</param>
    public OwnPlaces(DataOptions data, string? contentRoot)
    {
        _folders = [RealPath.Of(data.Data), RealPath.Of(AppContext.BaseDirectory)];
        _sample = Path.Combine(_folders[0], Sample.SampleProject.FolderName);
        _settings = contentRoot is null ? null : RealPath.Of(contentRoot);
    }

    /// <summary>Whether a real path is one of these places or lies in one.</summary>
    public bool Hold(string path) =>
        (_folders.Any(folder => RealPath.IsWithin(path, folder)) && !RealPath.IsWithin(path, _sample)) || IsSettings(path);

    private bool IsSettings(string path) =>
        _settings is not null && Path.GetDirectoryName(path) == _settings
        && Path.GetFileName(path).StartsWith("appsettings", StringComparison.OrdinalIgnoreCase)
        && Path.GetExtension(path).Equals(".json", StringComparison.OrdinalIgnoreCase);
}
