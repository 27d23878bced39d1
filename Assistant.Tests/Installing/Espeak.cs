namespace Assistant.Tests.Installing;

/// <summary>A program that speaks, to talk into the microphone of a test's browser.</summary>
internal static class Espeak
{
    public const string Missing = "No espeak-ng: install it, or let tests run as root on Debian or Ubuntu.";

    private const string Path = "/usr/bin/espeak-ng";

    private static readonly Lazy<bool> Found = new(() => File.Exists(Path) || (Apt.Install("espeak-ng") && File.Exists(Path)));

    public static bool IsThere => Found.Value;

    /// <summary>Speaks into a WAV file of 22,050 samples a second, 16 bits each.</summary>
    public static void Speak(string text, string file)
    {
        if (!ShortProgram.Succeeds(Path, ["-w", file, text], TimeSpan.FromSeconds(30)))
        {
            throw new InvalidOperationException(Missing);
        }
    }
}
