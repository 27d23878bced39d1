namespace Assistant.Core.Tools;

/// <summary>Where a loop of model calls ends at the latest. The numbers are far beyond what an honest task takes: they stop what runs in a circle.</summary>
public static class ToolLimits
{
    public const int ModelCalls = 40;

    /// <summary>Of these, the calls kept back for what is still to be mended when the tests have been run.</summary>
    public const int ReservedCalls = 2;

    public static readonly TimeSpan Time = TimeSpan.FromMinutes(10);

    /// <summary>Calls in a row that cannot be made: an unknown tool, or arguments that are no JSON or do not fit.</summary>
    public const int MalformedInARow = 3;

    /// <summary>The same call with nothing changed in between: then the model is told that it knows the answer.</summary>
    public const int RepeatsBeforeNudge = 3;

    /// <summary>The same call with nothing changed in between: then the loop ends.</summary>
    public const int MostRepeats = 5;

    /// <summary>Two calls taking turns, so many of them in all: then the loop ends.</summary>
    public const int MostAlternations = 6;

    /// <summary>The most characters of one result that a model gets to read.</summary>
    public const int ResultCharacters = 10_000;

    /// <summary>Tokens. What current coding models offer; an endpoint does not say how many it has.</summary>
    public const int Context = 128_000;

    /// <summary>The share of <see cref="Context"/> from which on older results are left out.</summary>
    public const double FullContext = 0.6;

    /// <summary>The newest results are never left out: the model is working with them.</summary>
    public const int ResultsKept = 4;
}
