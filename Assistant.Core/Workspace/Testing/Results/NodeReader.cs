using System.Globalization;
using System.Text.RegularExpressions;

namespace Assistant.Core.Workspace.Testing.Results;

/// <summary>
/// Reads the sums that the usual JavaScript runners print at their end: node's own, Jest, Vitest and Mocha. Where several scripts run one after the
/// other, their sums are added. The names are those of failed tests alone.
/// </summary>
internal sealed partial class NodeReader : ResultsReader
{
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);
    private readonly List<FailedTest> _failed = [];

    public override string? Read(string line)
    {
        var plain = Colours().Replace(line, "");
        if (Summary().Match(plain) is { Success: true } summary)
        {
            foreach (var part in Part().Matches(summary.Groups["parts"].Value).Cast<Match>())
            {
                Add(part.Groups["what"].Value, part.Groups["number"].Value);
            }
        }
        else if (Sum().Match(plain) is { Success: true } sum)
        {
            Add(sum.Groups["what"].Value, sum.Groups["number"].Value);
        }
        else if (Failed().Match(plain) is { Success: true } failed && _failed.TrueForAll(test => test.Name != failed.Groups["name"].Value))
        {
            _failed.Add(new FailedTest(failed.Groups["name"].Value, ""));
        }

        return plain;
    }

    public override TestResults? Finish(string folder) =>
        _counts.Count == 0 ? null : new TestResults(_counts.GetValueOrDefault("pass"), _counts.GetValueOrDefault("fail"), _counts.GetValueOrDefault("skip"))
        {
            FailedTests = _failed,
        };

    private void Add(string what, string number)
    {
        var key = what switch
        {
            "pass" or "passed" or "passing" => "pass",
            "fail" or "failed" or "failing" or "cancelled" => "fail",
            _ => "skip",
        };
        _counts[key] = _counts.GetValueOrDefault(key) + int.Parse(number, CultureInfo.InvariantCulture);
    }

    // Jest: "Tests:       1 failed, 2 skipped, 3 passed, 6 total". Vitest: "      Tests  1 failed | 3 passed (4)".
    [GeneratedRegex(@"^\s*Tests:?\s+(?<parts>\d{1,9} \w+.*)$")]
    private static partial Regex Summary();

    [GeneratedRegex(@"(?<number>\d{1,9}) (?<what>passed|failed|skipped|todo)")]
    private static partial Regex Part();

    // Node: "# pass 3" and "ℹ pass 3". Mocha: "  3 passing (5ms)".
    [GeneratedRegex(@"^(# |ℹ )(?<what>pass|fail|skipped|todo|cancelled) (?<number>\d{1,9})$|^\s+(?<number>\d{1,9}) (?<what>passing|failing|pending)\b")]
    private static partial Regex Sum();

    // Node: "not ok 2 - name" and "✖ name (1.2ms)". Jest: "  ✕ name (5 ms)" and "  ● suite › name". Vitest: "   × file > name 5ms". Mocha: "  1) name".
    [GeneratedRegex(@"^\s*(not ok \d+ - |[✖✕×●] |\d+\) )(?<name>\S.*?)( \(?[\d.]+ ?ms\)?)?:?$")]
    private static partial Regex Failed();

    [GeneratedRegex(@"\x1B\[[0-9;]*[A-Za-z]")]
    private static partial Regex Colours();
}
