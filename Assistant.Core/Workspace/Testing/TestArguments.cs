using Assistant.Core.Tools;

namespace Assistant.Core.Workspace.Testing;

/// <summary>What is added to a test command: where its results go, and which tests to run.</summary>
internal static class TestArguments
{
    // What in a filter of dotnet test is more than a part of a name.
    private static readonly char[] FilterSigns = ['=', '~', '&', '|', '('];

    /// <exception cref="ToolException">There is a filter that cannot be given to this command.</exception>
    public static IReadOnlyList<string> For(TestCommand command, string? filter, string results, string? testScript)
    {
        if (filter?.StartsWith('-') == true)
        {
            throw new ToolException("A filter is part of a test's name and does not begin with \"-\".");
        }

        var own = command.Arguments;
        return command.Kind switch
        {
            TestKind.DotNet => Before("--", own, ["--logger", "trx", "--results-directory", results, .. Given(filter, "--filter", DotNetFilter)]),
            TestKind.Pytest => [.. own, "--junitxml", Path.Combine(results, "junit.xml"), .. Given(filter, "-k")],
            // The flags of go stand in front of the packages.
            TestKind.Go => [own[0], "-json", .. Given(filter, "-run"), .. own.Skip(1)],
            TestKind.Cargo => Before("--", own, ["--no-fail-fast", .. filter is null ? (string[])[] : [filter]]),
            _ when filter is null => own,
            TestKind.Node when NodeFlag(testScript) is { } flag => [.. own, "--", flag, filter],
            _ => throw new ToolException($"\"{command.Text}\" takes no filter: run all tests."),
        };
    }

    private static string[] Given(string? filter, string flag, Func<string, string>? write = null) => filter is null ? [] : [flag, write?.Invoke(filter) ?? filter];

    private static string DotNetFilter(string filter) => filter.IndexOfAny(FilterSigns) >= 0 ? filter : $"FullyQualifiedName~{filter}";

    private static string? NodeFlag(string? script) => script switch
    {
        null => null,
        _ when script.Contains("jest", StringComparison.Ordinal) || script.Contains("vitest", StringComparison.Ordinal) => "-t",
        _ when script.Contains("mocha", StringComparison.Ordinal) => "--grep",
        _ => null,
    };

    private static IReadOnlyList<string> Before(string separator, IReadOnlyList<string> own, IReadOnlyList<string> added)
    {
        var first = own.TakeWhile(argument => argument != separator).ToList();
        return [.. first, .. added, .. own.Skip(first.Count)];
    }
}
