using System.Buffers.Binary;
using Assistant.Tests.Installing;
using Microsoft.Playwright;

namespace Assistant.Tests.Browser;

/// <summary>A browser of its own, into whose microphone somebody says the same again and again, with a rest after it.</summary>
internal sealed class TalkingBrowser : IAsyncDisposable
{
    /// <summary>Longer than the silence after which a person counts as done.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(2);

    private const int BytesASecond = 2 * 22_050;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("assistant-test-");
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <param name="words">What is said.</param>
    /// <param name="mayListen">Whether the person lets pages use the microphone.</param>
    public static async Task<TalkingBrowser> StartAsync(string words, bool mayListen = true)
    {
        var talking = new TalkingBrowser();
        var file = Path.Combine(talking._folder.FullName, "speech.wav");
        Espeak.Speak(words, file);
        AddRest(file);
        talking._playwright = await Playwright.CreateAsync();
        talking._browser = await talking._playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Chromium.Path,
            Args =
            [
                .. Chromium.Flags,
                "--use-fake-device-for-media-stream",
                $"--use-file-for-fake-audio-capture={file}",
                mayListen ? "--use-fake-ui-for-media-stream" : "--deny-permission-prompts",
            ],
        });
        return talking;
    }

    public Task<IBrowserContext> OpenWindowAsync(BrowserNewContextOptions options) => _browser!.NewContextAsync(options);

    public async ValueTask DisposeAsync()
    {
        await (_browser?.CloseAsync() ?? Task.CompletedTask);
        _playwright?.Dispose();
        _folder.Delete(recursive: true);
    }

    private static void AddRest(string file)
    {
        var speech = File.ReadAllBytes(file);
        var all = new byte[speech.Length + (int)(Rest.TotalSeconds * BytesASecond)];
        speech.CopyTo(all, 0);
        BinaryPrimitives.WriteInt32LittleEndian(all.AsSpan(4), all.Length - 8);
        BinaryPrimitives.WriteInt32LittleEndian(all.AsSpan(40), all.Length - 44);
        File.WriteAllBytes(file, all);
    }
}
