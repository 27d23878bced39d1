using System.Text.RegularExpressions;

namespace Assistant.Core.Workspace.Testing.Results;

/// <summary>Reads the lines that <c>cargo test</c> writes: its machine-readable form is not to be had with a stable compiler.</summary>
internal sealed partial class CargoReader : ResultsReader
{
    private readonly TestTally _tally = new();
    private readonly Dictionary<string, string> _messages = new(StringComparer.Ordinal);
    private readonly List<string> _failed = [];
    private string? _telling;
    private bool _hasSummary;

    public override string? Read(string line)
    {
        if (Result().Match(line) is { Success: true } result)
        {
            Count(result.Groups["name"].Value, result.Groups["outcome"].Value);
        }
        else if (Heading().Match(line) is { Success: true } heading)
        {
            _telling = heading.Groups["name"].Value;
        }
        else if (line.StartsWith("test result: ", StringComparison.Ordinal) || line == "failures:")
        {
            _hasSummary |= line != "failures:";
            _telling = null;
        }
        else if (_telling is not null)
        {
            _messages[_telling] = _messages.GetValueOrDefault(_telling) + line + "\n";
        }

        return line;
    }

    public override TestResults? Finish(string folder)
    {
        foreach (var name in _failed)
        {
            _tally.Fail(name, _messages.GetValueOrDefault(name, ""));
        }

        return _hasSummary ? _tally.Sum() : null;
    }

    private void Count(string name, string outcome)
    {
        switch (outcome)
        {
            case "ok":
                _tally.Pass(name);
                break;
            case "ignored":
                _tally.Skip(name);
                break;
            default:
                _failed.Add(name);
                break;
        }
    }

    [GeneratedRegex(@"^test (?<name>.+?)( - should panic)? \.\.\. (?<outcome>ok|FAILED|ignored)\b")]
    private static partial Regex Result();

    [GeneratedRegex(@"^---- (?<name>.+) stdout ----$")]
    private static partial Regex Heading();
}
