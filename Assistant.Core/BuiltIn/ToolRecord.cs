using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Assistant.Core.BuiltIn;

/// <summary>
/// The tools a call offers, and what they have answered since the person last spoke. The engine keeps nothing between two calls: it walks its
/// plan again, and the record says how far that has been done.
/// </summary>
public sealed class ToolRecord
{
    private readonly HashSet<string> _offered;
    private readonly Queue<(string Tool, IReadOnlyList<ToolResult> Results)> _rounds;

    private ToolRecord(HashSet<string> offered, IEnumerable<(string, IReadOnlyList<ToolResult>)> rounds)
    {
        _offered = offered;
        _rounds = new Queue<(string, IReadOnlyList<ToolResult>)>(rounds);
    }

    /// <summary>Nothing when no tool is offered.</summary>
    public static ToolRecord? Of(IEnumerable<ChatMessage> messages, ChatOptions? options)
    {
        var tools = options?.ToolMode is NoneChatToolMode ? [] : options?.Tools ?? [];
        var offered = tools.OfType<AIFunctionDeclaration>().Select(tool => tool.Name).ToHashSet(StringComparer.Ordinal);
        if (offered.Count == 0)
        {
            return null;
        }

        var since = messages.Reverse().TakeWhile(message => message.Role != ChatRole.User || HasAnswers(message)).Reverse().ToList();
        var answers = since.SelectMany(message => message.Contents).OfType<FunctionResultContent>()
            .GroupBy(result => result.CallId, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Last(), StringComparer.Ordinal);
        var rounds = since.Select(message => message.Contents.OfType<FunctionCallContent>().ToList()).Where(calls => calls.Count > 0);
        return new ToolRecord(offered, rounds.Select(calls => (calls[0].Name, ResultsOf(calls, answers))));
    }

    public bool Offers(string tool) => _offered.Contains(tool);

    /// <summary>The answers of the next recorded calls, if they were calls of <paramref name="tool"/>; nothing when these are still to be made.</summary>
    public IReadOnlyList<ToolResult>? Next(string tool) => _rounds.TryPeek(out var round) && round.Tool == tool ? _rounds.Dequeue().Results : null;

    private static bool HasAnswers(ChatMessage message) => message.Contents.OfType<FunctionResultContent>().Any();

    private static IReadOnlyList<ToolResult> ResultsOf(List<FunctionCallContent> calls, Dictionary<string, FunctionResultContent> answers) =>
    [
        .. calls.Select(call => (Arguments: call.Arguments ?? new Dictionary<string, object?>(), Answer: answers.GetValueOrDefault(call.CallId)))
            .Select(call => call.Answer is null ? new ToolResult(call.Arguments, "The tool gave no answer.", true) : Read(call.Arguments, call.Answer)),
    ];

    // Tools answer a model with text, and begin it with "Error" when they fail; some answer with a list.
    private static ToolResult Read(IDictionary<string, object?> arguments, FunctionResultContent answer)
    {
        var text = answer.Exception?.Message ?? TextOf(answer.Result);
        return new ToolResult(arguments, text, answer.Exception is not null || text.TrimStart().StartsWith("error", StringComparison.OrdinalIgnoreCase));
    }

    private static string TextOf(object? result) => result switch
    {
        null => "",
        JsonElement { ValueKind: JsonValueKind.String } text => text.GetString()!,
        JsonElement { ValueKind: JsonValueKind.Array } list => string.Join('\n', list.EnumerateArray().Select(item => TextOf(item))),
        JsonElement { ValueKind: JsonValueKind.Null } => "",
        IEnumerable<string> list => string.Join('\n', list),
        _ => result.ToString() ?? "",
    };
}
