using Assistant.Core.CSharp;

namespace Assistant.Core.BuiltIn;

/// <summary>Guesses from names what code is for, and says that it guesses.</summary>
public static class PurposeGuess
{
    private const int MostDeeds = 4;

    // Longer names are sentences, as those of tests.
    private const int LongestDeed = 4;

    // What the last word of a type's name usually means; the rest of the name takes the place of the star.
    private static readonly Dictionary<string, string> Roles = new(StringComparer.Ordinal)
    {
        ["cache"] = "a cache of *",
        ["repository"] = "a store of *",
        ["store"] = "a store of *",
        ["service"] = "a service for *",
        ["controller"] = "a web controller for *",
        ["endpoints"] = "web endpoints for *",
        ["factory"] = "something that makes *",
        ["builder"] = "something that builds *",
        ["parser"] = "a parser of *",
        ["reader"] = "a reader of *",
        ["writer"] = "a writer of *",
        ["validator"] = "a check of *",
        ["handler"] = "a handler of *",
        ["client"] = "a client for *",
        ["provider"] = "a source of *",
        ["options"] = "settings for *",
        ["settings"] = "settings for *",
        ["configuration"] = "settings for *",
        ["exception"] = "an error about *",
        ["tests"] = "tests of *",
        ["test"] = "a test of *",
        ["extensions"] = "extension methods for *",
        ["converter"] = "a converter of *",
        ["queue"] = "a queue of *",
        ["list"] = "a list of *",
        ["collection"] = "a collection of *",
        ["calculator"] = "a calculation of *",
        ["manager"] = "something that looks after *",
        ["helper"] = "small functions for *",
        ["worker"] = "background work on *",
        ["job"] = "background work on *",
        ["counter"] = "a counter of *",
        ["comparer"] = "a comparison of *",
        ["middleware"] = "web middleware for *",
        ["dto"] = "data about *",
        ["request"] = "data of a request for *",
        ["response"] = "data of a response with *",
        ["generator"] = "something that generates *",
    };

    private static readonly string[] Customary =
        ["Main", "ToString", "Equals", "GetHashCode", "Dispose", "DisposeAsync", "CompareTo", CodeReader.Statements, "this[]"];

    /// <summary>One sentence; nothing where the names do not tell.</summary>
    public static string? For(CodeDescription code)
    {
        var type = code.Types.FirstOrDefault(candidate => candidate.Kind is not ("enum" or "interface") && candidate.Name != "Program")
            ?? code.Types.FirstOrDefault();
        var own = type is null ? code.Methods : [.. code.Methods.Where(method => method.Name.StartsWith($"{Plain(type.Name)}.", StringComparison.Ordinal))];
        var deeds = DeedsOf(own.Select(method => method.Name));
        return (type, deeds.Count) switch
        {
            (null, 0) => null,
            (null, _) => $"**Purpose:** probably to {Joined(deeds)}; a guess from the names.",
            (_, 0) => $"**Purpose:** probably {RoleOf(type)}; a guess from the names.",
            _ => $"**Purpose:** probably {RoleOf(type)}, able to {Joined(deeds)}; a guess from the names.",
        };
    }

    /// <summary>What a method called <paramref name="name"/> may do; nothing where the name does not tell.</summary>
    public static string? ForMethod(string name) => DeedsOf([name]) is [var deed] && deed.Contains(' ', StringComparison.Ordinal) ? deed : null;

    private static string RoleOf(CodeDescription.DeclaredType type)
    {
        var words = NameParts.Of(Plain(type.Name)).ToList();
        if (type.Kind == "interface" && words is ["i", .. var rest])
        {
            return $"a contract for {string.Join(' ', rest)}";
        }

        return words is [.. { Count: > 0 } subject, var last] && Roles.TryGetValue(last, out var role)
            ? role.Replace("*", Plural(string.Join(' ', subject)), StringComparison.Ordinal)
            : $"{ArticleFor(words)} {string.Join(' ', words)}{(type.Kind == "enum" ? ", one of several values" : "")}";
    }

    private static string ArticleFor(List<string> words) => words is [['a' or 'e' or 'i' or 'o', ..], ..] ? "an" : "a";

    private static string Plural(string word) => word switch
    {
        [.., 's'] => word,
        [.., not ('a' or 'e' or 'o' or 'u'), 'y'] => $"{word[..^1]}ies",
        _ => $"{word}s",
    };

    private static List<string> DeedsOf(IEnumerable<string> methods) =>
    [
        .. methods.Select(method => method[(method.LastIndexOf('.') + 1)..])
            .Where(method => !Customary.Contains(method) && !method.Contains(' ', StringComparison.Ordinal))
            .Select(method => NameParts.Of(method).Where(word => word != "async").ToList())
            .Where(words => words.Count <= LongestDeed)
            .Select(words => string.Join(' ', words))
            .Where(deed => deed.Length > 0)
            .Distinct()
            .Take(MostDeeds),
    ];

    private static string Joined(List<string> deeds) => deeds is [.. { Count: > 0 } first, var last] ? $"{string.Join(", ", first)} and {last}" : deeds[0];

    private static string Plain(string name) => name.Split('<')[0];
}
