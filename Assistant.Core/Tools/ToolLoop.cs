using System.Text;
using System.Text.Json;
using Assistant.Core.Delivery;
using Assistant.Core.Model;
using Assistant.Core.Replies;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;

namespace Assistant.Core.Tools;

/// <summary>
/// A model with tools: it is asked, what it calls is run, it is asked again with the results, until it answers in words. One loop is one run; it may be
/// taken up again with another message.
/// </summary>
public sealed class ToolLoop(DeliverySteps steps, IReadOnlyList<Tool> tools, Assignment assignment, ToolBudget budget, Reply reply, TimeProvider time, ILogger logger)
{
    private const string CutAnswer =
        "Your message was cut at the limit of its length, and no call in it was run. Go on in smaller steps: one call at a time, and edits instead of whole files.";

    private readonly ToolCaller _caller = new(tools, logger);
    private readonly CallGuard _guard = new();
    private readonly List<ChatMessage> _messages = [];
    private int _rounds;

    /// <summary>Takes what the model says as it arrives, also between two calls; none when only its last words count.</summary>
    public Action<string>? Said { get; init; }

    /// <summary>Takes what a tool answered, as the model reads it.</summary>
    public Action<Lookup>? LookedUp { get; init; }

    /// <summary>How often the model may call tools before it has to answer in words.</summary>
    public int MostRounds { get; init; } = int.MaxValue;

    /// <summary>The most tokens the model may write at a time; none for as many as it likes.</summary>
    public int? TokenLimit { get; init; }

    /// <summary>What had arrived of an answer that broke off; empty otherwise.</summary>
    public string Unfinished { get; private set; } = "";

    /// <param name="messages">What to tell the model, after all that was said before.</param>
    /// <param name="mayUseReserve">This is about what the tests found.</param>
    /// <param name="cancellationToken">Stops the model or the tool that is at work.</param>
    /// <exception cref="ModelException">The model failed. What the tools did stays done.</exception>
    public async Task<ToolLoopEnd> RunAsync(IEnumerable<ChatMessage> messages, bool mayUseReserve, CancellationToken cancellationToken)
    {
        _messages.AddRange(messages);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, budget.TimeIsOver);
        try
        {
            while (budget.Spent(mayUseReserve) is null && _guard.Stop is null)
            {
                var (text, calls) = await AskAsync(stop.Token);
                _messages.Add(new ChatMessage(ChatRole.Assistant, [.. text.Length > 0 ? [new TextContent(text)] : Array.Empty<AIContent>(), .. calls]));
                if (calls.Count > 0 && _rounds++ < MostRounds)
                {
                    _messages.Add(new ChatMessage(ChatRole.Tool, await CallAsync(calls, stop.Token)));
                }
                else if (steps.IsCut && Said is null)
                {
                    _guard.SawCutAnswer();
                    _messages.Add(new ChatMessage(ChatRole.User, CutAnswer));
                }
                else
                {
                    return new ToolLoopEnd.Answered(text);
                }
            }
        }
        catch (OperationCanceledException) when (budget.TimeIsOver.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            // The model or a tool was at work when the time was over.
        }

        return new ToolLoopEnd.Limited(_guard.Stop ?? budget.Spent(mayUseReserve)!);
    }

    private async Task<(string Text, IReadOnlyList<FunctionCallContent> Calls)> AskAsync(CancellationToken cancellationToken)
    {
        OlderResults.LeaveOut(_messages);
        budget.Count();
        reply.Append(new ReplyEvent.Working("thinking"));
        var options = new ChatOptions
        {
            Tools = [.. tools.Select(tool => tool.Function)],
            ToolMode = _rounds < MostRounds ? null : ChatToolMode.None,
            MaxOutputTokens = TokenLimit is { } tokens ? steps.TokensFor(tokens) : null,
        };
        assignment.AttachTo(options);
        var written = new StringBuilder();
        try
        {
            await foreach (var said in steps.NextAsync(_messages, options, isStreamed: true, cancellationToken))
            {
                written.Append(said);
                Said?.Invoke(said);
            }
        }
        catch (ModelException)
        {
            Unfinished = written.ToString();
            throw;
        }

        var text = written.ToString();
        if (text.Length > 0 && steps.Calls.Count > 0)
        {
            Said?.Invoke("\n\n");
        }

        return (text, steps.Calls);
    }

    /// <summary>One result for each call, in the order of the calls. Neighbours that only read are run at once.</summary>
    private async Task<IList<AIContent>> CallAsync(IReadOnlyList<FunctionCallContent> calls, CancellationToken cancellationToken)
    {
        var results = new List<AIContent>();
        while (results.Count < calls.Count)
        {
            var rest = calls.Skip(results.Count);
            var readings = rest.TakeWhile(call => _caller.Find(call)?.Kind == ToolKind.Reads).ToList();
            var next = readings.Count > 0 ? readings : [rest.First()];
            var answers = await Task.WhenAll(next.Select(call => CallAsync(call, cancellationToken)));
            results.AddRange(next.Zip(answers, ResultOf));
        }

        return results;
    }

    private async Task<ToolAnswer> CallAsync(FunctionCallContent call, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        reply.Append(new ReplyEvent.Working(_caller.Find(call)?.Doing ?? "thinking"));
        var answer = await _caller.CallAsync(call, cancellationToken);
        reply.Append(new ReplyEvent.Tool(call.Name, TargetOf(call), time.GetElapsedTime(started), answer.HasFailed));
        LookedUp?.Invoke(new Lookup(call.Name, JsonSerializer.Serialize(call.Arguments, AIJsonUtilities.DefaultOptions), answer.Text));
        return answer;
    }

    private FunctionResultContent ResultOf(FunctionCallContent call, ToolAnswer answer) =>
        new(call.CallId, _guard.Saw(call, answer) is { } nudge ? $"{answer.Text}\n\n{nudge}" : answer.Text);

    /// <summary>What a call was about, for a person: its first argument, which is a path, a name or a text to search for.</summary>
    private static string TargetOf(FunctionCallContent call)
    {
        var first = call.Arguments?.Values.FirstOrDefault()?.ToString() ?? "";
        var line = first.Split('\n')[0];
        return line.Length > 80 ? $"{line[..79]}…" : line;
    }
}
