using Assistant.Core.Tools;
namespace Assistant.Core.Workspace.Testing.Results;

/// <summary>Counts tests as they are named one after the other.</summary>
internal sealed class TestTally
{
    // Enough to see what is wrong. Of a message that goes on, the rest stands in the output.
    private const int MessageCharacters = 2_000;

    private readonly List<FailedTest> _failed = [];
    private readonly HashSet<string> _passed = new(StringComparer.Ordinal);
    private readonly HashSet<string> _skipped = new(StringComparer.Ordinal);
    private int _passedCount;
    private int _skippedCount;

    public void Pass(string name)
    {
        _passedCount++;
        _passed.Add(name);
    }

    public void Skip(string name)
    {
        _skippedCount++;
        _skipped.Add(name);
    }

    public void Fail(string name, string message) => _failed.Add(new FailedTest(name, HeadAndTail.Of(message.Trim(), MessageCharacters)));

    /// <summary>A name that occurs more than once, because it runs on several frameworks, has passed only where all of them have.</summary>
    public TestResults Sum() => new(_passedCount, _failed.Count, _skippedCount)
    {
        FailedTests = _failed,
        PassedNames = _passed.Except(_failed.Select(test => test.Name)).ToHashSet(StringComparer.Ordinal),
        SkippedNames = _skipped,
    };
}
