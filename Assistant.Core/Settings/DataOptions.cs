namespace Assistant.Core.Settings;

/// <summary>Where the Assistant keeps what outlives it. Section <c>Assistant</c>.</summary>
public sealed class DataOptions
{
    public const string Section = "Assistant";

    /// <summary>The folder of everything that is kept: settings, keys, conversations. Made at start, for its owner alone.</summary>
    [WritableFolder(ErrorMessage = "name a folder that the Assistant may write to.")]
    public string Data { get; init => field = Path.GetFullPath(value); } = Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "assistant");

    /// <summary>A file or folder in there.</summary>
    public string PathOf(string name) => Path.Combine(Data, name);
}
