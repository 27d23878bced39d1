using Assistant.Core.Delivery;
using Microsoft.Extensions.AI;

namespace Assistant.Core.Tools;

/// <summary>Leaves out what tools answered long ago, once a conversation has become so long that a model may not take it.</summary>
internal static class OlderResults
{
    public static void LeaveOut(IReadOnlyList<ChatMessage> messages)
    {
        var excess = messages.Sum(TokensIn) - (long)(ToolLimits.Context * ToolLimits.FullContext);
        var results = messages.SelectMany(message => message.Contents).OfType<FunctionResultContent>().SkipLast(ToolLimits.ResultsKept);
        foreach (var result in results.TakeWhile(_ => excess > 0))
        {
            var note = $"[{LengthOf(result)} characters left out to save room: call the tool again if you need them]";
            if (note.Length < LengthOf(result))
            {
                excess -= OutputEstimator.TokensIn(LengthOf(result) - note.Length);
                result.Result = note;
            }
        }
    }

    private static long TokensIn(ChatMessage message) => OutputEstimator.TokensIn(message.Contents.Sum(content => content switch
    {
        FunctionResultContent result => LengthOf(result),
        FunctionCallContent call => call.Arguments?.Values.Sum(value => value?.ToString()?.Length ?? 0) ?? 0,
        TextContent text => text.Text.Length,
        _ => 0,
    }));

    private static int LengthOf(FunctionResultContent result) => (result.Result as string)?.Length ?? 0;
}
