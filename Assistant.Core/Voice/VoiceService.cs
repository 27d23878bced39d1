using Assistant.Core.Delivery;
using Assistant.Core.Model;
using Assistant.Core.Replies;
using Assistant.Core.Tools;
using Assistant.Core.Workspace;
using Assistant.Core.Workspace.Symbols;
using Microsoft.Extensions.Logging;

namespace Assistant.Core.Voice;

/// <summary>
/// Answers what a person said, in a few sentences, each of which can be spoken as soon as it is complete. Names are looked up in the workspace, and where a
/// person has opened one, its files as well.
/// </summary>
public sealed class VoiceService(
    DeliveryService delivery, WorkspaceSelection workspace, OwnPlaces own, SymbolIndexes symbols, TimeProvider time, ILogger<VoiceService> logger)
{
    /// <summary>The kind of its assignments.</summary>
    public const string Kind = "voice";

    private const string Reason = "spoken sentence by sentence";

    private const string LookUpName = "find_symbol";

    /// <exception cref="ModelException">The model failed; what is in the reply stays valid.</exception>
    public async Task AnswerAsync(VoiceRequest request, Reply reply, CancellationToken cancellationToken)
    {
        reply.Meter.Planned(true, Reason);
        reply.Append(new ReplyEvent.Planned(true, Reason) { IsSpoken = true });
        var steps = delivery.StepsFor(reply);
        var sentences = new ReplySentences(reply);
        try
        {
            await LookAndAnswerAsync(request, steps, sentences, reply, cancellationToken);
        }
        catch (ModelException)
        {
            sentences.End(isCut: true);
            throw;
        }

        sentences.End(steps.IsCut);
        if (string.IsNullOrWhiteSpace(reply.Text))
        {
            throw ModelException.NoAnswer();
        }
    }

    private async Task LookAndAnswerAsync(VoiceRequest request, DeliverySteps steps, ReplySentences sentences, Reply reply, CancellationToken cancellationToken)
    {
        using var budget = new ToolBudget(time);
        var files = new WorkspaceFiles(workspace.Current, own);
        using var run = new WorkspaceRun(files, symbols.Of(files));
        var loop = new ToolLoop(steps, ToolsOf(run), new Assignment(Kind, request.Transcript), budget, reply, time, logger)
        {
            MostRounds = VoiceLimits.ToolRounds,
            TokenLimit = VoiceLimits.AnswerTokens,
            Said = sentences.Add,
            LookedUp = lookup => reply.Append(new ReplyEvent.LookedUp(lookup)),
        };
        var end = await loop.RunAsync(Prompts.For(request), mayUseReserve: false, cancellationToken);
        if (end is ToolLoopEnd.Limited limited)
        {
            sentences.Add($"\n\nThis answer was ended because {limited.Reason}.");
        }
    }

    private IReadOnlyList<Tool> ToolsOf(WorkspaceRun run)
    {
        var reading = WorkspaceTools.Reading(run);
        return workspace.IsOpen ? reading : [.. reading.Where(tool => tool.Function.Name == LookUpName)];
    }
}
