using Assistant.Core.Delivery;
using Assistant.Core.Model;
using Assistant.Core.Replies;
using Assistant.Core.Tools;
using Assistant.Core.Workspace;
using Assistant.Core.Workspace.Symbols;
using Microsoft.Extensions.Logging;

namespace Assistant.Core.Chat;

/// <summary>Answers the next message of a conversation, in one call or as a stream; where a workspace is open, after a look into it if need be.</summary>
public sealed class ChatService(
    DeliveryService delivery, WorkspaceSelection workspace, OwnPlaces own, SymbolIndexes symbols, TimeProvider time, ILogger<ChatService> logger)
{
    /// <summary>The kind of its assignments.</summary>
    public const string Kind = "chat";

    private const string Reason = "a workspace is open, and its files may have to be read first";

    /// <exception cref="ModelException">The model failed; what is in the reply stays valid.</exception>
    public Task AnswerAsync(ChatRequest request, Reply reply, CancellationToken cancellationToken) =>
        workspace.IsOpen && request.Choice == DeliveryChoice.Auto
            ? LookAndAnswerAsync(request, reply, cancellationToken)
            : delivery.WriteAsync(RequestOf(request), reply, cancellationToken);

    /// <summary>Goes on with an answer that broke off.</summary>
    public Task ContinueAsync(ChatRequest request, string partial, Reply reply, CancellationToken cancellationToken) =>
        delivery.ContinueAsync(RequestOf(request), partial, reply, cancellationToken);

    private static DeliveryRequest RequestOf(ChatRequest request) => new(AssignmentOf(request), Prompts.For(request)) { Choice = request.Choice };

    private static Assignment AssignmentOf(ChatRequest request) => new(Kind, request.Message) { Code = request.Code, Language = request.Language };

    private async Task LookAndAnswerAsync(ChatRequest request, Reply reply, CancellationToken cancellationToken)
    {
        reply.Meter.Planned(true, Reason);
        reply.Append(new ReplyEvent.Planned(true, Reason));
        using var budget = new ToolBudget(time);
        var files = new WorkspaceFiles(workspace.Current, own);
        using var run = new WorkspaceRun(files, symbols.Of(files));
        var loop = new ToolLoop(delivery.StepsFor(reply), WorkspaceTools.Reading(run), AssignmentOf(request), budget, reply, time, logger)
        {
            Said = text => reply.Append(new ReplyEvent.Text(text)),
        };
        var end = await loop.RunAsync(Prompts.For(request, withWorkspace: true), mayUseReserve: false, cancellationToken);
        if (end is ToolLoopEnd.Limited limited)
        {
            reply.Append(new ReplyEvent.Text($"\n\nThis answer was ended because {limited.Reason}."));
        }
        else if (string.IsNullOrWhiteSpace(reply.Text))
        {
            throw ModelException.NoAnswer();
        }
    }
}
