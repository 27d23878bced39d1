using Assistant.Core.Workspace;

namespace Assistant.Tests.Workspace;

/// <summary>Names as speech recognition writes them down.</summary>
public sealed class SpokenNameTests : IDisposable
{
    private readonly TestFolder _folder = new();
    private readonly WorkspaceRun _run;
    private readonly ToolCaller _tools;

    public SpokenNameTests()
    {
        _run = _folder.Run();
        _tools = new ToolCaller(_run);
    }

    public void Dispose()
    {
        _run.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("find symbol parse config", "ParseConfig")]
    [InlineData("Parse config.", "ParseConfig")]
    [InlineData("pars config", "ParseConfig")]
    [InlineData("parse configuration", null)]
    [InlineData("parse underscore line", "parse_line")]
    [InlineData("parse dash line", "parse_line")]
    [InlineData("jason parser", "JsonParser")]
    [InlineData("find symbol Jason Parser", "JsonParser")]
    [InlineData("the jay son parser class", "JsonParser")]
    [InlineData("J S O N parser", "JsonParser")]
    [InlineData("sequel connection", "SqlConnection")]
    [InlineData("S Q L connection", "SqlConnection")]
    [InlineData("load a sink", "LoadAsync")]
    [InlineData("load a sync", "LoadAsync")]
    [InlineData("get user by I D", "GetUserById")]
    [InlineData("get user buy id", "GetUserById")]
    [InlineData("U R L builder", "UrlBuilder")]
    [InlineData("http client", "HttpClient")]
    [InlineData("H T T P client", "HttpClient")]
    [InlineData("to string", "ToString")]
    [InlineData("cash", "Cache")]
    [InlineData("cue", "Queue")]
    [InlineData("queue", "Queue")]
    [InlineData("I enumerable", "IEnumerable")]
    [InlineData("eye enumerable", "IEnumerable")]
    [InlineData("dot net runner", "DotNetRunner")]
    [InlineData("asp dot net core", "AspNetCore")]
    [InlineData("v two parser", "V2Parser")]
    [InlineData("base sixty four", "Base64")]
    [InlineData("sha two hundred fifty six", "Sha256")]
    [InlineData("sha two fifty six", "Sha256")]
    [InlineData("right line", "WriteLine")]
    [InlineData("pseudo quarks", "sudo_kwargs")]
    [InlineData("reg X", "Regex")]
    [InlineData("skeema reader", "SchemaReader")]
    [InlineData("something else", null)]
    public async Task A_name_is_found_as_it_was_heard(string heard, string? name)
    {
        _folder.Write(
            "src/All.cs",
            """
            class All
            {
                void ParseConfig() { }
                void parse_line() { }
                void LoadAsync() { }
                void GetUserById() { }
                void ToString() { }
                void WriteLine() { }
                int sudo_kwargs;
            }
            class JsonParser; class SqlConnection; class UrlBuilder; class HttpClient; class Cache; class Queue; class IEnumerable; class DotNetRunner;
            class AspNetCore; class V2Parser; class Base64; class Sha256; class Regex; class SchemaReader;
            """);

        Assert.Equal(name is null ? [] : [name], await NamesOfAsync(heard));
    }

    [Theory]
    [InlineData("cash", "CashRegister")]
    [InlineData("jason parser", "JasonParser")]
    [InlineData("sequel", "SequelOfFilm")]
    [InlineData("total", "OrderTotal")]
    [InlineData("jason", "JasonParser")]
    [InlineData("sink", "SyncReader", "SyncWriter")]
    [InlineData("report", "Report")]
    [InlineData("repord", "Report")]
    public async Task What_was_written_comes_before_what_only_sounds_so(string heard, params string[] found)
    {
        _folder.Write("src/All.cs", "class Cache; class CashRegister; class JsonParser; class Sql; class SequelOfFilm; class Tuttle; class OrderTotal; class Report; class Repeat;");
        _folder.Write("src/Other.cs", "class JasonParser; class SyncReader; class SyncWriter;");

        Assert.Equal(found, await NamesOfAsync(heard));
    }

    [Fact]
    public async Task A_type_is_named_with_a_spoken_dot()
    {
        _folder.Write("src/All.cs", "class Basket { int Total; } class Order { int Total; }");

        Assert.Equal("src/All.cs:1 field Basket.Total", await _tools.CallAsync("find_symbol", ("name", "basket dot total")));
    }

    private async Task<IEnumerable<string>> NamesOfAsync(string heard) =>
        (await _tools.CallAsync("find_symbol", ("name", heard))).Split('\n')
            .Where(line => line.StartsWith("src/", StringComparison.Ordinal) && !line.Contains(": ", StringComparison.Ordinal))
            .Select(line => line.Split(' ', '.', '(').Last(word => word.Length > 1 && char.IsLetter(word[0]) && !word.Contains(')', StringComparison.Ordinal)))
            .Order(StringComparer.Ordinal);
}
