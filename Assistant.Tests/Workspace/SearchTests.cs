using System.Text;
using Assistant.Core.Workspace;

namespace Assistant.Tests.Workspace;

public sealed class SearchTests : IDisposable
{
    private readonly TestFolder _folder = new();
    private readonly WorkspaceRun _run;
    private readonly ToolCaller _tools;

    public SearchTests()
    {
        _run = _folder.Run();
        _tools = new ToolCaller(_run);
        _folder.Write("src/A.cs", "class A\r\n{\r\n    int Total() => 1;   \r\n    int Sum() => Total() + Total();\r\n}\r\n");
        _folder.Write("src/B.cs", "// Total.\nclass Totals;");
        _folder.Write("obj/C.cs", "Total");
        _folder.Write("a.bin", [.. "Total"u8, 0]);
        _folder.Write("empty", "");
    }

    public void Dispose()
    {
        _run.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("Total", null, false, "src/A.cs:3:     int Total() => 1;|src/A.cs:4:     int Sum() => Total() + Total();|src/B.cs:1: // Total.|src/B.cs:2: class Totals;")]
    [InlineData("Total()", null, false, "src/A.cs:3:     int Total() => 1;|src/A.cs:4:     int Sum() => Total() + Total();")]
    [InlineData("Total.", null, false, "src/B.cs:1: // Total.")]
    [InlineData("Total", "src/B.cs", false, "src/B.cs:1: // Total.|src/B.cs:2: class Totals;")]
    [InlineData("total", null, false, "No line has it.")]
    [InlineData("(?i)total\\W", "src/B.cs", true, "src/B.cs:1: // Total.")]
    [InlineData("\\bTotal\\b", "src/B.cs", true, "src/B.cs:1: // Total.")]
    [InlineData("^}$", "src", true, "src/A.cs:5: }")]
    [InlineData("(?<=class )A", "src", true, "src/A.cs:1: class A")]
    [InlineData("Total", "obj", false, "obj/C.cs:1: Total")]
    public async Task Lines_are_found_with_their_places(string pattern, string? path, bool isRegex, string found) =>
        Assert.Equal(found.Replace('|', '\n'), await SearchAsync(pattern, path, isRegex));

    [Theory]
    [InlineData("EF BB BF C3 A9")]
    [InlineData("E9")]
    [InlineData("FE FF 00 E9")]
    [InlineData("FF FE 0A 00 E9 00", 2)]
    public async Task Text_is_found_in_any_encoding(string hex, int line = 1)
    {
        _folder.Write("a.txt", Convert.FromHexString(hex.Replace(" ", "", StringComparison.Ordinal)));

        Assert.Equal($"a.txt:{line}: é", await SearchAsync("é"));
        Assert.Equal($"a.txt:{line}: é", await SearchAsync("[é]", null, true));
    }

    [Fact]
    public async Task Of_very_many_hits_the_first_are_shown_and_all_are_counted()
    {
        _folder.Write("many.txt", string.Concat(Enumerable.Repeat("needle needle\n", 500)));

        var lines = (await SearchAsync("needle")).Split('\n');

        Assert.Equal(201, lines.Length);
        Assert.Equal("(200 lines of 500 are shown: name a folder, or search for more of the line)", lines[^1]);
    }

    [Fact]
    public async Task Of_even_more_hits_the_first_are_shown_whoever_was_faster()
    {
        for (var number = 0; number < 400; number++)
        {
            _folder.Write($"many/{number:D3}.txt", string.Concat(Enumerable.Repeat("needle\n", 20)));
        }

        var lines = (await SearchAsync("needle")).Split('\n');

        Assert.Equal(Enumerable.Range(0, 10).SelectMany(file => Enumerable.Range(1, 20).Select(line => $"many/{file:D3}.txt:{line}: needle")), lines[..^1]);
        Assert.StartsWith("(200 lines of more than 2000 are shown", lines[^1]);
    }

    [Fact]
    public async Task Of_a_long_line_what_stands_around_the_hit_is_shown()
    {
        _folder.Write("long.txt", new string('a', 2_500_000) + "needle" + new string('b', 2_500_000));

        var line = await SearchAsync("needle");

        Assert.Contains("aaneedlebb", line);
        Assert.StartsWith("long.txt:1: …a", line);
        Assert.InRange(line.Length, 300, 320);
    }

    [Fact]
    public async Task A_file_too_large_to_search_is_not_passed_over_in_silence()
    {
        using (var large = File.Create(_folder.PathOf("large.txt")))
        {
            large.SetLength(200L * 1024 * 1024);
        }

        Assert.Equal("No line has it.\n(1 larger than 10 MB not searched)", await SearchAsync("needle"));
    }

    [Theory]
    [InlineData("(", "cannot be read")]
    [InlineData("a\nb", "one by one")]
    public async Task What_cannot_be_searched_for_says_why(string pattern, string reason) =>
        Assert.Contains(reason, await _tools.RefusedAsync("search", ("pattern", pattern), ("regex", true)));

    [Fact]
    public async Task An_expression_that_would_never_end_does()
    {
        _folder.Write("a.txt", new string('a', 100) + "!");

        Assert.Equal("No line has it.", await SearchAsync("^(a+)+$", "a.txt", true));
        Assert.Contains("takes too long", await _tools.RefusedAsync("search", ("pattern", @"^(?=x*)(a+)+\1$"), ("path", "a.txt"), ("regex", true)));
    }

    [Fact]
    public async Task What_is_linked_from_elsewhere_is_not_found()
    {
        File.WriteAllText(Path.Combine(_folder.Outside, "secret.txt"), "needle", Encoding.UTF8);
        Directory.CreateSymbolicLink(_folder.PathOf("out"), _folder.Outside);
        File.CreateSymbolicLink(_folder.PathOf("secret.txt"), Path.Combine(_folder.Outside, "secret.txt"));

        Assert.Equal("No line has it.", await SearchAsync("needle"));
        await _tools.RefusedAsync("search", ("pattern", "needle"), ("path", "out"));
    }

    private Task<string> SearchAsync(string pattern, string? path = null, bool? isRegex = null) =>
        _tools.CallAsync("search", ("pattern", pattern), ("path", path), ("regex", isRegex));
}
