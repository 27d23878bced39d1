using System.Text.RegularExpressions;

namespace Assistant.Core.BuiltIn;

/// <summary>The questions the engine can answer, in several ordinary wordings each. What is more definite comes first.</summary>
public static partial class Wordings
{
    // Longer requests are code or logs with a question at one end.
    private const int Telling = 2_000;

    private static readonly Wording[] All =
    [
        .. Of(
            Topic.Rename,
            "rename {name} (to|into|as) {new}",
            "change the name of {name} to {new}",
            "change {name}('s)? name to {new}",
            "call {word} {new} instead",
            "call {new} instead of {word}",
            "let(')?s call {word} {new}",
            "{name} (should|could|must|ought to) be (called|named|renamed to) {new}",
            "i want {name} (to be )?(called|named|renamed to) {new}",
            "give {name} the name {new}",
            "(change|replace) {word} (to|with|by) (?<new>[\\w@]+)\\W*$"),
        .. Of(
            Topic.Tests,
            "(run|start|execute|rerun|re-run) (all |the |my |our |unit )*tests?",
            "(do|are) (all )?(the |my |our )?tests (still )?(pass|passing|green|ok|fine)",
            "test (it|this|the (project|workspace|solution|code))",
            "are we green",
            "check (that|whether|if) (all )?(the )?tests pass"),
        .. Of(
            Topic.Place,
            "(is there|do we have|have we got|does it have) (a |an |any )*(method|class|type|property|field|variable|function|thing) (called|named) {name}"),
        .. Of(
            Topic.Help,
            "^\\W*(help|hello|hi|hey|thanks|thank you|good (morning|day|evening))( there| me)?\\W*$",
            "what (can|could|do) (you|i|this|it) (do|ask|say|answer|know|offer)",
            "^\\W*(thanks|thank you|ok|okay|great|cool|nice|perfect|bye)\\b.{0,40}$",
            "((who|what|which model) are you|your name|which (model|version))",
            "how (do|can|does) .*(connect|set up|api key|configure)",
            "(connect|configure|set up|use|choose) (a |an |the |another )?(language )?(model|llm|api key|key)"),
        .. Of(
            Topic.Uses,
            "(who|what|which (methods?|members?|classes|types|code|lines?|files?)|anything|anyone|anybody|something|somebody) "
                + "(else )?(calls?|uses?|references?|implements?|inherits|extends|derives from|invokes?|reads?|writes?|sets?|creates?|"
                + "depends on|touches|is calling|is using) {name}",
            "where (is|are|do|does) ((we|i|you|it|they|anyone|anybody|somebody) )?(call|use|invoke|reference) {name}",
            "where( is|'s| are| was) {name} (being )?(used|called|referenced|invoked|set|written|read|created|changed|assigned)",
            "where (do|does) {name} (get|gets) (used|called|set|created|changed|assigned)",
            "(is|are) {name} (ever |even |still |actually |really )*(used|called|referenced|invoked|read|set)",
            "(usages?|uses|references?|callers?|calls|call sites|invocations|occurrences|mentions) (of|to|for) {name}",
            "{name}('s)? (usages|callers|references|call sites)",
            "how (often|many times) is {name} (used|called)",
            "find (all )?(usages|references|callers) {name}"),
        .. Of(
            Topic.Place,
            "where( is|'s| are| was| did) ((you|i|we) )?{name} (declared|defined|implemented|located|written|introduced|put|live|living|stand|standing)",
            "where (do|does|can|could) ((i|you|we) )?(find|see|declare|define|implement) {name}",
            "where (do|does) {name} (live|come from|stand)",
            "(which|what) (file|line|lines|class|place)( number)? (has|is|contains|declares|defines|holds|implements) {name}",
            "(on |in )(which|what) (line|file|class) is {name}",
            "(go|jump|take me|navigate) to {name}",
            "(definition|declaration|location) of {name}",
            "where('s| is| are) {name}",
            "(find|locate|look up|look for|search for|show me|show) {name}"),
        .. Of(
            Topic.Member,
            "what (does|do|is|are|will|would) {name} (do|doing|does|mean|return|returns|for|responsible for|good for|about)",
            "how (does|do) {name} work",
            "(explain|describe|tell me|show me) (to me )?(what|how) {name} (does|do|works?|is|are)",
            "(explain|describe|summari[sz]e) (to me )?{name}",
            "tell me (more )?about {name}",
            "what('s| is| are) {name}"),
        .. Of(
            Topic.Unused,
            "(unused|unneeded|unnecessary|dead|unreachable|superfluous|redundant|unreferenced|obsolete)",
            "(never (used|called|read|reached)|not (used|called|needed))",
            "(can|could|may|should) (i|we) (delete|remove|throw away|drop)",
            "(safe to|what to) (delete|remove)",
            "(anything|something|what) (left over|useless|we don't need|i don't need|nobody (uses|calls|needs))",
            "(does|is) (everything|all of it) (get )?(used|needed)"),
        .. Of(
            Topic.Async,
            "(async|asynchronous|await|awaits|awaited|awaiting|tasks?|deadlocks?|thread|threads|threading|concurren(t|cy))",
            "fire and forget"),
        .. Of(
            Topic.Disposal,
            "(dispos(e|ed|es|able|al|ing)|idisposable|leak|leaks|leaking|leaked|resources?|using statements?|cleaned up properly)",
            "(closed|closes|close) (properly|correctly|everything|all)"),
        .. Of(
            Topic.Nulls,
            "(null|nulls|nullable|nullability|nullreferenceexception|null ?ref(erence)?s?|nre)"),
        .. Of(
            Topic.Errors,
            "(errors?|compiles?|compiling|compilable|compiler|builds?|building|valid|invalid|typos?|cs[0-9]+)"),
        .. Of(
            Topic.Problems,
            "(broken|wrong|mistakes?|problems?|bugs?|buggy|issues?|hazards?|risks?|risky|dangerous|safe|unsafe|crash|crashes|fails?)",
            "(does|will|would|can) (it|this|that) (work|run)",
            "(doesn't|does not|won't|will not|isn't|is not) (work|working|run|running)",
            "(fix|correct) (it|this|that|the code|my code)"),
        .. Of(
            Topic.Complexity,
            "(complex|complexity|complicated|cyclomatic|tangled|nested|hairy|messy|convoluted|paths?)",
            "(hard|hardest|difficult|easy) to (read|follow|test|understand|maintain)",
            "(longest|biggest|worst|largest|too long|too big)",
            "how (long|big) (is|are)",
            "(readable|maintainable|testable)"),
        .. Of(
            Topic.Dependencies,
            "(dependenc(y|ies)|depends?|depending|usings|imports?|namespaces?|librar(y|ies)|packages?|apis?)",
            "what does (it|this|that|this code|the code) (use|need|rely on)"),
        .. Of(
            Topic.Changes,
            "(what|which|anything|how|something|where) .*(changes?|improved?|improvements?|refactor|refactored|better|nicer)",
            "(what|which|anything|how|something|where) .*(simplify|simplified|simpler|moderni[sz]e|modern|clean(ed)?( up)?|cleaner)",
            "(suggest|suggestions?|review|improvements?|recommend|recommendations?|feedback|advice|advise|critique|code smells?|smells?)",
            "(is|looks|does) (it|(this|that|the|my)( code)?) (any )?(good|ok|okay|fine|clean|right|idiomatic)",
            "(what do you think|your opinion|thoughts|best practices?|conventions?|guidelines)"),
        .. Of(
            Topic.Refactoring,
            "(refactor|improve|clean( \\w+)? up|cleanup|tidy|simplify|shorten|moderni[sz]e|polish)",
            "(make (it|this|that) (better|nicer|cleaner|shorter|simpler|readable|modern))"),
        .. Of(
            Topic.Declarations,
            "(declares?|declared|contains?|types?|class|classes|methods?|members?|propert(y|ies)|functions?|fields?)",
            "(outline|structure|overview|list|public|how many)"),
        .. Of(
            Topic.Description,
            "(describe|explain|summar(y|i[sz]e)|tell me (what|how|more)|about|understand|look at|analy[sz]e|check)",
            "(walk me through|go through|purpose|meaning|tl;?dr|eli5)",
            "(what('s| is| does| do| are)|how (does|do)) (this|it|the|that|these|my|here|i)",
            "(what am i looking at|(what|which) language)"),
    ];

    /// <summary>
    /// Every reading of <paramref name="request"/>, the most likely first; a description when there are no words at all, and
    /// <see cref="Topic.Other"/> alone for what only a model can do.
    /// </summary>
    public static IReadOnlyList<Asked> In(string request)
    {
        if (string.IsNullOrWhiteSpace(request))
        {
            return [new Asked(Topic.Description)];
        }

        // The question stands at the start or at the end of what is long.
        var said = request.Length <= 2 * Telling ? request : $"{request[..Telling]}\n{request[^Telling..]}";
        return NamedRules.In(said) is { Count: > 0 } rules ? [new Asked(Topic.Refactoring) { Rules = rules }]
            : AsksForMore().IsMatch(said) ? [new Asked(Topic.Other)]
            : [.. All.Select(wording => wording.In(said)).OfType<Asked>()];
    }

    private static IEnumerable<Wording> Of(Topic topic, params string[] phrases) => phrases.Select(phrase => new Wording(topic, phrase));

    // To write something new is a model's work, whatever else the sentence mentions.
    [GeneratedRegex(
        @"^\W*((please|now|then|and|ok|can you|could you|would you|will you|i want you to|i'd like you to|help me( to)?)\W+)*"
        + @"(write|generate|create|implement|translate|port|convert|add|rewrite (it |this )?in)\b|\b(write|generate|create) (me|a|an|some|the|unit) ",
        RegexOptions.IgnoreCase)]
    private static partial Regex AsksForMore();
}
