using System.Collections.Immutable;
using Assistant.Core.CSharp;

namespace Assistant.Core.BuiltIn;

/// <summary>Tells what may go wrong when code runs, part by part, in Markdown.</summary>
public static class HazardParts
{
    public static string Async(CodeHazards hazards) => Part(
        "Async", hazards.Async, hazards, hazards.UsesAsync ? "nothing is lost, blocked on or `async void`" : "there is no asynchronous code here");

    public static string Disposal(CodeHazards hazards) => Part(
        "Dispose", hazards.Disposal, hazards,
        hazards.CreatesDisposables ? "everything made here is disposed or handed on"
        : "nothing made here has to be disposed");

    public static string Nulls(CodeHazards hazards) => Part(
        hazards.AsksForNulls ? "Nulls" : "Nulls, with `#nullable enable`", hazards.Nulls, hazards,
        "the compiler sees no way for a null to get where none is expected");

    /// <summary>For a description: the parts with findings; one line when there are none.</summary>
    public static IEnumerable<string> Found(CodeHazards hazards)
    {
        string[] found =
        [
            .. hazards.Async.IsEmpty ? [] : new[] { Async(hazards) },
            .. hazards.Disposal.IsEmpty ? [] : new[] { Disposal(hazards) },
            .. hazards.Nulls.IsEmpty ? [] : new[] { Nulls(hazards) },
        ];
        return found.Length > 0 ? found : [$"**Hazards:** none found with tasks, disposing or nulls{Reservation(hazards)}."];
    }

    private static string Part(string name, ImmutableArray<CodeHazard> found, CodeHazards hazards, string none) => MarkdownList.Under(
        found.IsEmpty ? $"**{name}:** {none}{Reservation(hazards)}." : $"**{name}:** {Words.Counted(found.Length, "hazard")}.",
        found.Select(hazard => $"line {hazard.Line}: {hazard.Sentence}"));

    private static string Reservation(CodeHazards hazards) => hazards.IsPartial ? ", as far as the compiler understands the code (ask for its errors)" : "";
}
