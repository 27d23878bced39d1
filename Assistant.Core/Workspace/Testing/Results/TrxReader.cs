using System.Xml.Linq;

namespace Assistant.Core.Workspace.Testing.Results;

/// <summary>Reads what the TRX logger of <c>dotnet test</c> writes, one file for each test project.</summary>
internal sealed class TrxReader : ResultsReader
{
    private static readonly XNamespace Trx = "http://microsoft.com/schemas/VisualStudio/TeamTest/2010";

    public override TestResults? Finish(string folder)
    {
        if (ResultFiles.Read(folder, "*.trx") is not { } documents)
        {
            return null;
        }

        var tally = new TestTally();
        foreach (var document in documents)
        {
            var classes = document.Descendants(Trx + "UnitTest")
                .GroupBy(test => (string?)test.Attribute("id") ?? "", StringComparer.Ordinal)
                .ToDictionary(group => group.Key, group => (string?)group.First().Element(Trx + "TestMethod")?.Attribute("className") ?? "", StringComparer.Ordinal);
            foreach (var result in document.Descendants(Trx + "UnitTestResult"))
            {
                Count(result, NameOf(result, classes), tally);
            }
        }

        return tally.Sum();
    }

    // Some frameworks name a test in full, others by its method alone.
    private static string NameOf(XElement result, Dictionary<string, string> classes)
    {
        var name = (string?)result.Attribute("testName") ?? "";
        return classes.GetValueOrDefault((string?)result.Attribute("testId") ?? "", "") is { Length: > 0 } type && !name.StartsWith(type, StringComparison.Ordinal)
            ? $"{type}.{name}"
            : name;
    }

    private static void Count(XElement result, string name, TestTally tally)
    {
        switch ((string?)result.Attribute("outcome"))
        {
            case "Passed":
                tally.Pass(name);
                break;
            case "NotExecuted" or "Inconclusive" or "Pending" or "NotRunnable":
                tally.Skip(name);
                break;
            default:
                var error = result.Element(Trx + "Output")?.Element(Trx + "ErrorInfo");
                tally.Fail(name, $"{(string?)error?.Element(Trx + "Message")}\n{(string?)error?.Element(Trx + "StackTrace")}");
                break;
        }
    }
}
