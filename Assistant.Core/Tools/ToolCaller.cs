using System.Text.Json;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;

namespace Assistant.Core.Tools;

/// <summary>Makes the calls a model asks for. Whatever goes wrong becomes a text that the model reads, since it is the one who can do something about it.</summary>
internal sealed partial class ToolCaller(IReadOnlyList<Tool> tools, ILogger logger)
{
    public Tool? Find(FunctionCallContent call) => tools.FirstOrDefault(tool => tool.Function.Name == call.Name);

    public async Task<ToolAnswer> CallAsync(FunctionCallContent call, CancellationToken cancellationToken)
    {
        if (Find(call) is not { } tool)
        {
            return ToolAnswer.Malformed($"there is no tool {call.Name}. There are: {string.Join(", ", tools.Select(known => known.Function.Name))}.");
        }

        if (call.Exception is not null)
        {
            return ToolAnswer.Malformed($"the arguments are not valid JSON. {Takes(tool)}");
        }

        try
        {
            var result = await tool.Function.InvokeAsync(new AIFunctionArguments(call.Arguments), cancellationToken);
            return new ToolAnswer(HeadAndTail.Of(TextOf(result), ToolLimits.ResultCharacters), HasChanged: tool.Kind == ToolKind.Edits);
        }
        catch (ToolException failure)
        {
            return ToolAnswer.Failed(failure.Message);
        }
        catch (Exception failure) when (failure is ArgumentException or JsonException)
        {
            return ToolAnswer.Malformed($"the arguments do not fit. {Takes(tool)}");
        }
        catch (Exception bug) when (bug is not OperationCanceledException)
        {
            LogBug(logger, bug, call.Name);
            return ToolAnswer.Failed("the tool failed in the Assistant itself. Try another way.");
        }
    }

    private static string Takes(Tool tool) => $"{tool.Function.Name} takes {tool.Function.JsonSchema.GetRawText()}";

    private static string TextOf(object? result) => result switch
    {
        null => "",
        string text => text,
        JsonElement { ValueKind: JsonValueKind.String } text => text.GetString()!,
        _ => result.ToString() ?? "",
    };

    [LoggerMessage(LogLevel.Error, "The tool {Tool} failed because of a fault in the Assistant")]
    private static partial void LogBug(ILogger logger, Exception bug, string tool);
}
