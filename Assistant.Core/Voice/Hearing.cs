using System.Text.RegularExpressions;
using Assistant.Core.Model;
using Assistant.Core.Tools;
using Assistant.Core.Workspace;
using Assistant.Core.Workspace.Symbols;
using Microsoft.Extensions.AI;

namespace Assistant.Core.Voice;

/// <summary>Turns a recording into text. The recogniser is told the names in the workspace, since those are what it would not guess.</summary>
public sealed partial class Hearing(Speech speech, WorkspaceSelection workspace, OwnPlaces own, SymbolIndexes symbols)
{
    /// <summary>Learns the names in the workspace while somebody still talks.</summary>
    public async Task PrepareAsync()
    {
        try
        {
            await Index().WarmAsync(CancellationToken.None);
        }
        catch (ToolException)
        {
            // A workspace that cannot be read is told of when it is asked about.
        }
    }

    /// <exception cref="RecordingException">Nothing was said in it.</exception>
    /// <exception cref="ModelException">The recogniser failed.</exception>
    /// <exception cref="InvalidOperationException">There is no recogniser.</exception>
    public async Task<string> HearAsync(Recording recording, CancellationToken cancellationToken)
    {
        var recogniser = speech.Recogniser ?? throw new InvalidOperationException("No recogniser is set.");
        var options = new SpeechToTextOptions();
        new RecordingHints(recording.MediaType, Names()).AttachTo(options);
        using var sound = new MemoryStream(recording.Sound, writable: false);
        var heard = await recogniser.GetTextAsync(sound, options, cancellationToken);
        var text = heard.Text.Trim();
        return OnlySounds().IsMatch(text)
            ? throw new RecordingException(RecordingFault.NothingSaid, "Nothing was understood. Please say it again, closer to the microphone.")
            : text;
    }

    /// <summary>Those that are known by now: nobody waits for the workspace to be read.</summary>
    private string Names() => string.Join(", ", Index().TryNames(VoiceLimits.PromptCharacters));

    private SymbolIndex Index() => symbols.Of(new WorkspaceFiles(workspace.Current, own));

    /// <summary>Recognisers write of silence and noise in brackets, as in "[BLANK_AUDIO]" or "(coughs) ♪".</summary>
    [GeneratedRegex(@"^(\[[^\]]*\]|\([^)]*\)|\*[^*]*\*|[\s♪.…\p{P}-[\[\]()*]])*$")]
    private static partial Regex OnlySounds();
}
