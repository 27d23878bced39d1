using Assistant.Core.CSharp;

namespace Assistant.Tests.CSharp;

[Collection(EngineTests.Name)]
public sealed class NamesTests(WarmEngine engine)
{
    private const string Code = """
        public interface IShape
        {
            double Area();
        }

        public class Circle(double radius) : IShape
        {
            public static int MadeCount { get; private set; }

            public double Area() => radius * radius;

            public static Circle Make(double radius)
            {
                MadeCount++;
                return new Circle(radius);
            }
        }

        public class Paper
        {
            private readonly Circle _circle = Circle.Make(2);

            public double Used() => _circle.Area() + ((IShape)_circle).Area();

            public string Text(int count) => $"Area of {count}: {nameof(Area2)}";

            private double Area2(int count) { var area = count * 2; return area; }
        }
        """;

    [Theory]
    [InlineData("Make", "Circle.Make")]
    [InlineData("make", "Circle.Make")]
    [InlineData("made count", "Circle.MadeCount")]
    [InlineData("made_count", "Circle.MadeCount")]
    [InlineData("circle", "Circle")]
    [InlineData("Paper.circle", "Paper._circle")]
    [InlineData("made", "Circle.MadeCount")]
    [InlineData("Text.count", "Text.count")]
    [InlineData("area", "Area2.area")]
    public async Task A_name_is_found_as_near_as_it_was_remembered(string spoken, string name)
    {
        var report = await LookUpAsync(spoken);

        Assert.Equal([name], report.Found.Select(found => found.Symbol.Name));
    }

    [Fact]
    public async Task Uses_are_told_apart_by_what_they_do()
    {
        Assert.Equal([(14, "changes")], (await LookUpAsync("MadeCount")).Uses.Select(use => (use.Line, use.How)));
        Assert.Equal([(25, "names")], (await LookUpAsync("Area2")).Uses.Select(use => (use.Line, use.How)));
        Assert.Equal([(23, "Paper.Used", "reads")], (await LookUpAsync("_circle")).Uses.Select(use => (use.Line, use.Member!, use.How)));
        Assert.Contains((15, "Circle.Make", "creates"), (await LookUpAsync("Circle")).Uses.Select(use => (use.Line, use.Member!, use.How)));
    }

    [Fact]
    public async Task Calls_through_an_interface_are_uses_of_the_implementation()
    {
        var report = await LookUpAsync("Circle.Area");

        Assert.Equal([23], report.Uses.Select(use => use.Line));
        Assert.Equal("Circle.Area", Assert.Single(report.Found).Symbol.Name);
    }

    [Fact]
    public async Task A_name_that_is_not_there_brings_the_nearest()
    {
        var report = await LookUpAsync("Aera");

        Assert.Empty(report.Found);
        Assert.Equal(["Area", "area"], report.Nearest.Take(2).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_name_of_NET_is_known_by_its_origin()
    {
        using var study = await engine.Engine.ReadAsync("Console.WriteLine(1);\nConsole.WriteLine(2);", CancellationToken.None);
        var report = await study.LookUpAsync("writeline", CancellationToken.None);

        Assert.Equal(("System.Console", 2), (report.Origin, report.Uses.Length));
    }

    [Theory]
    [InlineData("OrderTotal", "order", "total")]
    [InlineData("_orderTotal", "order", "total")]
    [InlineData("order_total", "order", "total")]
    [InlineData("XMLReader", "xml", "reader")]
    [InlineData("HttpClient2", "http", "client2")]
    public void A_name_has_words(string name, params string[] words) => Assert.Equal(words, NameParts.Of(name));

    private async Task<NameReport> LookUpAsync(string spoken)
    {
        using var study = await engine.Engine.ReadAsync(Code, CancellationToken.None);
        return await study.LookUpAsync(spoken, CancellationToken.None);
    }
}
