namespace Assistant.Core.BuiltIn;

/// <summary>Tells what the engine can do, how to connect a model, and three questions to begin with.</summary>
public static class HelpAnswer
{
    /// <summary>For when there is no code at hand.</summary>
    public static IEnumerable<string> WithoutCode(IReadOnlyList<Asked> asked) => Write(
        asked is [] or [{ Topic: Topic.Other }, ..] ? Words.OnlyAModelCan
            : asked[0].Topic == Topic.Help || asked.All(IsVague) ? Words.Introduction
            : Words.NoCode,
        Examples.WithoutCode);

    /// <summary>The introduction, how to connect, and <paramref name="examples"/>, which come last so that a page can make them clickable.</summary>
    public static IEnumerable<string> Write(string introduction, string examples) => [introduction, Words.HowToConnect, examples];

    // "What can you do?" names nothing, and neither do no words at all.
    private static bool IsVague(Asked asked) => asked.Topic is Topic.Help or Topic.Description or Topic.Member && string.IsNullOrEmpty(asked.Name);
}
