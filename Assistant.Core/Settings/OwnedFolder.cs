namespace Assistant.Core.Settings;

/// <summary>Folders that only the person who runs the Assistant may look into.</summary>
public static class OwnedFolder
{
    /// <summary>Makes the folder where there is none; one that exists keeps the permissions its owner gave it.</summary>
    public static DirectoryInfo Create(string path) =>
        OperatingSystem.IsWindows()
            ? Directory.CreateDirectory(path)
            : Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
}
