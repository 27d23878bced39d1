using System.Globalization;
using System.Text.RegularExpressions;

namespace Assistant.Core.Delivery;

/// <summary>
/// Guesses how many tokens an answer will have from what is asked for. The numbers are orders of magnitude and need be no better:
/// they only decide between one call and a stream, and real answers correct them (<see cref="UsageHistory"/>).
/// </summary>
public static partial class OutputEstimator
{
    /// <summary>English prose and code both come to about four characters a token in the tokenizers of current models.</summary>
    private const double CharactersPerToken = 4;

    private const int Shortest = 5;
    private const int Longest = 32_000;

    /// <summary>Read from the top; the first rule whose words occur in the request decides. What must be written out comes before what is only told.</summary>
    private static readonly Rule[] Rules =
    [
        new("a regular expression", 90, RegularExpression()),
        new("a name", 40, Name()),
        new("a one-liner", 50, OneLiner()),
        new("tests", 900, Tests(), CodeFactor: 0.5),
        new("documentation", 500, Documentation(), CodeFactor: 1),
        new("code to be written out again", 200, Rewriting(), CodeFactor: 1.1),
        new("a yes or no", 50, YesOrNo()),
        new("a short fact", 90, ShortFact()),
        new("code to be written", 700, Writing()),
        new("an explanation", 350, Explanation()),
    ];

    private static readonly Rule AnythingElse = new("an answer", 250, YesOrNo());

    private static readonly Rule WholeCode = new("code to be written out again", 80, Rewriting(), CodeFactor: 1.1);

    public static OutputEstimate Estimate(Assignment assignment)
    {
        var rule = assignment.Rewrite is not null ? WholeCode : Array.Find(Rules, rule => rule.Words.IsMatch(assignment.Request)) ?? AnythingElse;
        var guess = rule.Tokens + (rule.CodeFactor * TokensIn(assignment.Code?.Length ?? 0));
        var asked = LengthAskedFor(assignment.Request, guess);
        return new OutputEstimate((int)Math.Clamp(asked, Shortest, Longest), rule.Name);
    }

    /// <summary>About how many tokens a text has.</summary>
    public static int TokensIn(int characters) => (int)Math.Ceiling(characters / CharactersPerToken);

    /// <summary>What the request itself says of the length, which counts for more than any rule.</summary>
    private static double LengthAskedFor(string request, double guess)
    {
        if (CountedLength().Match(request) is { Success: true } counted)
        {
            return NumberIn(counted.Groups["count"].Value) * TokensPer(counted.Groups["unit"].Value);
        }

        return Brief().IsMatch(request) ? Math.Min(guess, Math.Max(40, guess / 3))
            : Thorough().IsMatch(request) ? guess * 2.5
            : guess;
    }

    private static double NumberIn(string count) => count.ToLowerInvariant() switch
    {
        "one" or "a" or "single" or "a single" => 1,
        "two" => 2,
        "three" => 3,
        "four" => 4,
        "five" => 5,
        "ten" => 10,
        var digits => double.Parse(digits, CultureInfo.InvariantCulture),
    };

    private static double TokensPer(string unit) => unit.ToLowerInvariant().TrimEnd('s') switch
    {
        "token" => 1,
        "word" => 1.4,
        "character" => 1 / CharactersPerToken,
        "line" => 12,
        "sentence" => 25,
        "paragraph" => 110,
        "page" => 700,
        _ => 40, // an item of a list: an example, a step, a reason
    };

    private sealed record Rule(string Name, int Tokens, Regex Words, double CodeFactor = 0);

    [GeneratedRegex(@"\b(regex(es|p)?|regular expressions?)\b", RegexOptions.IgnoreCase)]
    private static partial Regex RegularExpression();

    [GeneratedRegex(@"\b((better|good|suitable|shorter|clearer|another) names?|(rename|what (should|would|could) (i|we|you) (call|name)|how (should|would) (i|we|you) (call|name)|suggest (a |some )?names?|names? for))\b", RegexOptions.IgnoreCase)]
    private static partial Regex Name();

    [GeneratedRegex(@"\b(one[- ]?liners?|(in|on|as) (one|a single) (line|expression)|single expression)\b", RegexOptions.IgnoreCase)]
    private static partial Regex OneLiner();

    [GeneratedRegex(@"\b((unit |integration |xunit |nunit |some |more |the )*tests? (for|that|which|covering|of)|(write|add|create|generate|give me|need) ((a|an|some|the|more|unit|integration|xunit|nunit|good) )*tests?|test (cases?|class|suite)|cover (it|this|that) (with|by) tests?)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Tests();

    [GeneratedRegex(@"\b(document (this|the|these|all|it|my|every)|(add|write|generate) ((the|some|xml|doc|code|inline) )*(documentation|docs|doc ?comments?|docstrings?|comments?|readme)|documentation for)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Documentation();

    [GeneratedRegex(@"\b(refactor|rewrite|re-write|clean (this|it|that|the code) up|clean up|translate|port (this|it|the|that)|convert (this|it|the|that)|transform|restructure|simplify|modernize|modernise|optimi[sz]e|migrate|fix (this|it|the|all|my)|add (error handling|logging|null checks|validation|cancellation)|make (this|it) (async|generic|faster|thread[- ]?safe|immutable))\b", RegexOptions.IgnoreCase)]
    private static partial Regex Rewriting();

    [GeneratedRegex(@"^\W*(is|are|was|were|does|do|did|can|could|will|would|should|has|have|may|must|am)\b(?!.*\b(you|we) (write|implement|create|explain|show|build|make|describe|list|generate)\b)|\b(yes or no|true or false|correct or not|is (this|that|it) (ok|okay|right|correct|safe|valid|thread[- ]?safe))\b", RegexOptions.IgnoreCase)]
    private static partial Regex YesOrNo();

    [GeneratedRegex(@"\b(what('s| is| does| do| are)?( the)? .{0,60}\b(mean|means|stand for|stands for|return|returns|called|name of|type of|operator|keyword|default|difference)|which|when|who|where|how (many|much|long|old|often)|what happens|what (type|version|value|line|does)|what('s| is) (a|an|the)\b|define|meaning of)", RegexOptions.IgnoreCase)]
    private static partial Regex ShortFact();

    [GeneratedRegex(@"\b(write|implement|create|build|generate|develop|code (a|an|the|me)|program|make (me )?(a|an)|design|scaffold|show me (a|an|the|how)|give me (a|an|the|some)?|example|sample|snippet|function (that|which|to)|method (that|which|to)|class (that|which|to)|script (that|which|to))\b", RegexOptions.IgnoreCase)]
    private static partial Regex Writing();

    [GeneratedRegex(@"\b(explain|describe|how (does|do|is|are|can|to|would|should)|why|walk (me )?through|tell me (about|how|why)|compare|review|analy[sz]e|summari[sz]e|find (the )?bugs?|what (is|are) wrong|pros and cons|tutorial|guide|overview)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Explanation();

    [GeneratedRegex(@"\b(?:(?:in|at most|no more than|under|about|exactly|up to|maximum|max|within|around|roughly|of|write|give me|list|name|show|show me|with)\s+)(?<count>\d{1,6}|one|two|three|four|five|ten|a single|a)\s+(?:short |simple |good |more |different |brief )?(?<unit>tokens?|words?|characters?|lines?|sentences?|paragraphs?|pages?|examples?|items?|bullets?|steps?|points?|reasons?|ways?|tips?|ideas?|alternatives?)\b", RegexOptions.IgnoreCase)]
    private static partial Regex CountedLength();

    [GeneratedRegex(@"\b(brief(ly)?|short(ly)?|concise(ly)?|tl;?dr|quick(ly)?|in a nutshell|just the (answer|code|name|number|result)|only the (answer|code|name|number|result)|no explanations?|without explanations?|keep it short|succinct(ly)?)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Brief();

    [GeneratedRegex(@"\b(in (full |great |more |much )?(detail|depth)|detailed|thorough(ly)?|comprehensive(ly)?|step[- ]by[- ]step|complete(ly)?|extensive(ly)?|exhaustive(ly)?|long|everything|full (example|program|application|implementation|tutorial))\b", RegexOptions.IgnoreCase)]
    private static partial Regex Thorough();
}
