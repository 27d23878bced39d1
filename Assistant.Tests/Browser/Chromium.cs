using Assistant.Tests.Installing;
using Microsoft.Playwright;

namespace Assistant.Tests.Browser;

/// <summary>
/// A Chromium to test with: the one <c>CHROMIUM_PATH</c> names, an installed one, Playwright's own, or, as root on Debian or Ubuntu, the one apt installs.
/// It is looked for once, when the first browser test is discovered.
/// </summary>
internal static class Chromium
{
    private static readonly string[] InstalledPaths =
    [
        "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/usr/bin/google-chrome-stable", "/usr/bin/microsoft-edge",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
        @"C:\Program Files\Google\Chrome\Application\chrome.exe", @"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
    ];

    private static readonly Lazy<string?> Found = new(() => Installed() ?? FromPlaywright() ?? FromApt());

    public static string[] Flags { get; } =
    [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    /// <summary>Where it is; none when there is none and none could be installed.</summary>
    public static string? Path => Found.Value;

    public static string Missing => "No Chromium: none is installed and none could be downloaded. Install Chromium, Chrome or Edge, or set CHROMIUM_PATH to one.";

    private static string? Installed() =>
        InstalledPaths.Prepend(Environment.GetEnvironmentVariable("CHROMIUM_PATH")).FirstOrDefault(Runs);

    private static string? FromPlaywright()
    {
        using var playwright = Playwright.CreateAsync().GetAwaiter().GetResult();
        var path = playwright.Chromium.ExecutablePath;
        if (!File.Exists(path))
        {
            Microsoft.Playwright.Program.Main(["install", "chromium"]);
        }

        return Runs(path) ? path : null;
    }

    private static string? FromApt() => Apt.Install("chromium", "fonts-liberation") ? Installed() : null;

    /// <summary>A file is not enough: Ubuntu's is a stand-in for a snap, and a download may miss its libraries. On Windows asking would open a window.</summary>
    private static bool Runs(string? path) =>
        File.Exists(path) && (OperatingSystem.IsWindows() || ShortProgram.Succeeds(path, ["--version"], TimeSpan.FromSeconds(30)));
}
