using System.Text.RegularExpressions;

namespace Assistant.Core.Model;

/// <summary>Finds the property of a request that an endpoint refuses, in the place it names, its code or its words.</summary>
internal static class RejectedProperty
{
    private const Quirks TokenLimit = Quirks.OlderTokenLimit | Quirks.NoTokenLimit;

    private static readonly (string Name, Quirks Quirk)[] Properties =
    [
        ("stream_options", Quirks.NoStreamOptions),
        ("include_usage", Quirks.NoStreamOptions),
        ("max_completion_tokens", TokenLimit),
        ("max_tokens", TokenLimit),
        ("temperature", Quirks.NoTemperature),
        ("stop", Quirks.NoStop),
        ("reasoning_effort", Quirks.NoReasoningEffort),
        ("tool_choice", Quirks.NoToolChoice),
        ("parallel_tool_calls", Quirks.NoParallelToolCalls),
        ("strict", Quirks.NoStrict),
        ("name", Quirks.NoName),
        ("prediction", Quirks.NoPrediction),
    ];

    // These are words of any sentence, and mean the property only where they are marked as one.
    private static readonly string[] OrdinaryWords = ["stop", "strict", "name"];

    private static readonly string[] Refusals =
    [
        "unsupported", "support", "unknown", "unrecogni", "unexpected", "permitted", "allowed", "extra", "invalid", "additional propert", "forbidden",
        "accept", "valid", "implemented", "available", "recogni", "disabled", "enabled", "incompatible", "cannot", "can't", "required", "must", "keyerror",
    ];

    /// <summary>The quirks an endpoint shows with a failure; none when it complains about something else.</summary>
    /// <param name="failure">The failure, with what the endpoint said.</param>
    /// <param name="avoidable">The quirks that would change the request it refused; no others are found.</param>
    public static Quirks Find(ModelException failure, Quirks avoidable)
    {
        if (failure is not { Error: { } error, StatusCode: 400 or 404 or 405 or 422 or 500 or 501 } || failure.Kind == ModelFault.TooLong)
        {
            return Quirks.None;
        }

        var found = AtPlace(error.Place) & avoidable;
        if (found == Quirks.None && failure.Kind is ModelFault.Refused or ModelFault.BadResponse or ModelFault.Unavailable)
        {
            found = InWords($"{error.Words} {error.Code} {error.Type}", avoidable);
        }

        // Predictions are rare, and endpoints that do not know them refuse them in many ways.
        return found == Quirks.None && failure.Kind == ModelFault.Refused ? avoidable & Quirks.NoPrediction : found;
    }

    public static string NameOf(Quirks quirk) => Properties.First(property => property.Quirk.HasFlag(quirk)).Name;

    // "stream_options", "messages[2].name", "body.tools.0.function.strict", or several of these.
    private static Quirks AtPlace(string? place) =>
        (place ?? "").Split(['.', '[', ']', '/', ' ', '\'', '"'])
            .SelectMany(step => Properties.Where(property => property.Name == step))
            .Aggregate(Quirks.None, (found, property) => found | property.Quirk);

    // Only the first one named: others may be examples of what is taken.
    private static Quirks InWords(string said, Quirks avoidable) =>
        !Refusals.Any(refusal => said.Contains(refusal, StringComparison.OrdinalIgnoreCase))
            ? Quirks.None
            : Properties
                .Where(property => (property.Quirk & avoidable) != Quirks.None)
                .Select(property => (Index: IndexIn(said, property.Name), property.Quirk))
                .Where(named => named.Index >= 0)
                .OrderBy(named => named.Index)
                .Select(named => named.Quirk & avoidable)
                .FirstOrDefault();

    private static int IndexIn(string said, string name)
    {
        if (!OrdinaryWords.Contains(name))
        {
            return said.IndexOf(name, StringComparison.OrdinalIgnoreCase);
        }

        var match = Regex.Match(said, $"""(['"`‘“.]|\b(property|parameter|param|field|argument)s?:? ){name}\b(?!\s*\()""", RegexOptions.IgnoreCase);
        return match.Success ? match.Index : -1;
    }
}
