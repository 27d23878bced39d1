namespace Assistant.Core.Workspace.Testing.Results;

/// <summary>Reads the JUnit file that pytest writes.</summary>
internal sealed class JunitReader : ResultsReader
{
    public override TestResults? Finish(string folder)
    {
        if (ResultFiles.Read(folder, "*.xml") is not { } documents)
        {
            return null;
        }

        var tally = new TestTally();
        foreach (var test in documents.SelectMany(document => document.Descendants("testcase")))
        {
            var name = string.Join('.', new[] { (string?)test.Attribute("classname"), (string?)test.Attribute("name") }.Where(part => !string.IsNullOrEmpty(part)));
            if ((test.Element("failure") ?? test.Element("error")) is { } trouble)
            {
                tally.Fail(name, $"{(string?)trouble.Attribute("message")}\n{trouble.Value}");
            }
            else if (test.Element("skipped") is not null)
            {
                tally.Skip(name);
            }
            else
            {
                tally.Pass(name);
            }
        }

        return tally.Sum();
    }
}
