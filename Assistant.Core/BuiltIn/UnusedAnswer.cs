using Assistant.Core.CSharp;

namespace Assistant.Core.BuiltIn;

/// <summary>Tells what code could do without, what is certain first.</summary>
public static class UnusedAnswer
{
    public static IEnumerable<string> Write(UnusedCode unused)
    {
        string[] certain =
        [
            .. (unused.Usings ?? []).Select(directive => $"{MarkdownList.Code(directive)} is not needed"),
            .. unused.UnreachableLines.Select(line => $"line {line}: the code from here can never be reached"),
            .. unused.Names.Where(name => !name.MayBeUsedElsewhere).Select(LineFor),
        ];
        yield return MarkdownList.Under(certain.Length == 0 ? "**Unused:** nothing that is certain." : $"**Unused:** {certain.Length}.", certain);

        var visible = unused.Names.Where(name => name.MayBeUsedElsewhere).Select(LineFor).ToList();
        if (unused.Usings is null)
        {
            yield return "Whether its using directives are needed cannot be told before it compiles.";
        }

        if (visible.Count > 0)
        {
            yield return MarkdownList.Under("Not used in this code, but other code can see it and may:", visible);
        }
    }

    private static string LineFor(UnusedName name) =>
        $"{name.Symbol.Kind} `{name.Symbol.Name}`, line {name.Symbol.Line}{(name.IsOnlyWritten ? ": it gets a value that nobody reads" : "")}";
}
