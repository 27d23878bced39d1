using System.Text.RegularExpressions;

namespace Assistant.Core.BuiltIn;

/// <summary>Recognises the few questions the engine can answer, in several ordinary wordings each. The first that fits is meant.</summary>
public static partial class Topics
{
    /// <summary>The topic of <paramref name="request"/>; no words at all ask for a description.</summary>
    public static Topic Of(string request) => request switch
    {
        _ when string.IsNullOrWhiteSpace(request) => Topic.Description,
        _ when AsksForMore().IsMatch(request) => Topic.Other,
        _ when Errors().IsMatch(request) => Topic.Errors,
        _ when Complexity().IsMatch(request) => Topic.Complexity,
        _ when Changes().IsMatch(request) => Topic.Changes,
        _ when Refactoring().IsMatch(request) => Topic.Refactoring,
        _ when Declarations().IsMatch(request) => Topic.Declarations,
        _ when Description().IsMatch(request) => Topic.Description,
        _ => Topic.Other,
    };

    // To write something new is a model's work, whatever else the sentence mentions.
    [GeneratedRegex(@"\b(write|generate|create|implement|translate|port|convert|add|rewrite (it |this )?in)\b", RegexOptions.IgnoreCase)]
    private static partial Regex AsksForMore();

    [GeneratedRegex(@"\b(errors?|compiles?|compiling|compiler|build|builds|broken|valid|wrong|mistakes?|cs\d{4})\b", RegexOptions.IgnoreCase)]
    private static partial Regex Errors();

    [GeneratedRegex(@"\b(complex|complexity|complicated|cyclomatic|tangled|hard to (read|follow|test)|paths?)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Complexity();

    [GeneratedRegex(
        @"\b(what|which|anything|how)\b.*\b(change|changes|improve|improved|improvements?|refactor|better|simplify|simplified|modernize|modernise|clean(ed)?( up)?)\b|\b(suggest|suggestions?|review|improvements)\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex Changes();

    [GeneratedRegex(@"\b(refactor|improve|clean( \w+)? up|tidy|simplify|modernize|modernise)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Refactoring();

    [GeneratedRegex(@"\b(declares?|declared|contains?|types?|classes|class|methods?|members?|propert(y|ies)|functions?|outline|structure|overview|list)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Declarations();

    [GeneratedRegex(@"\b(describe|explain|summar(y|ise|ize)|what('s| is| does| do| are) (this|it|the|that|these|my|here)|tell me|about|understand|look at|analy[sz]e|check)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Description();
}
