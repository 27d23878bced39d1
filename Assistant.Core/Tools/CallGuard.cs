using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Assistant.Core.Tools;

/// <summary>Notices a model that runs in a circle: calls that cannot be made, the same call again and again, two calls taking turns.</summary>
internal sealed class CallGuard
{
    private readonly Dictionary<string, int> _sinceChange = new(StringComparer.Ordinal);
    private readonly List<string> _calls = [];
    private int _malformed;

    /// <summary>Why the loop has to end; none while it need not.</summary>
    public string? Stop { get; private set; }

    /// <summary>A call that was lost is one that could not be made.</summary>
    public void SawCutAnswer() => CountMalformed(isMalformed: true);

    /// <returns>A sentence for the model, to be added to the call's result; none when all is well.</returns>
    public string? Saw(FunctionCallContent call, ToolAnswer answer)
    {
        CountMalformed(answer.IsMalformed);
        var key = KeyOf(call);
        _calls.Add(key);
        if (answer.HasChanged)
        {
            _sinceChange.Clear();
        }

        var repeats = _sinceChange[key] = _sinceChange.GetValueOrDefault(key) + 1;
        if (repeats >= ToolLimits.MostRepeats)
        {
            Stop ??= $"the model made the same call of {call.Name} {repeats} times";
        }

        if (IsTakingTurns())
        {
            Stop ??= $"the model went back and forth between two calls, {ToolLimits.MostAlternations} times in all";
        }

        return repeats >= ToolLimits.RepeatsBeforeNudge
            ? $"You have made this very call {repeats} times and nothing has changed since: use what you know, or do something else."
            : null;
    }

    private void CountMalformed(bool isMalformed)
    {
        _malformed = isMalformed ? _malformed + 1 : 0;
        if (_malformed >= ToolLimits.MalformedInARow)
        {
            Stop ??= $"the model made {_malformed} calls in a row that are not possible";
        }
    }

    private bool IsTakingTurns()
    {
        var last = _calls.TakeLast(ToolLimits.MostAlternations).ToList();
        return last.Count == ToolLimits.MostAlternations && last[0] != last[1] && last.Where((call, place) => call != last[place % 2]).ToList() is [];
    }

    private static string KeyOf(FunctionCallContent call) =>
        $"{call.Name} {JsonSerializer.Serialize((call.Arguments ?? new Dictionary<string, object?>()).OrderBy(argument => argument.Key, StringComparer.Ordinal))}";
}
