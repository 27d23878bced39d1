using System.Text;
using System.Text.Json;

namespace Assistant.Core.Workspace.Testing.Results;

/// <summary>Reads the events that <c>go test -json</c> writes, one JSON object a line, and shows the text in them.</summary>
internal sealed class GoReader : ResultsReader
{
    private const int OutputCharacters = 4_000;

    private readonly TestTally _tally = new();
    private readonly Dictionary<string, StringBuilder> _outputs = new(StringComparer.Ordinal);
    private bool _hasEvents;

    public override string? Read(string line)
    {
        if (!line.StartsWith('{') || Parse(line) is not { } told)
        {
            return line;
        }

        _hasEvents = true;
        if (told.Test is { } test)
        {
            Count(told, $"{told.Package}.{test}");
        }

        return told.Action is "output" or "build-output" ? told.Output?.TrimEnd('\n') : null;
    }

    public override TestResults? Finish(string folder) => _hasEvents ? _tally.Sum() : null;

    private void Count(Told told, string name)
    {
        switch (told.Action)
        {
            case "output":
                var output = _outputs.TryGetValue(name, out var known) ? known : _outputs[name] = new StringBuilder();
                output.Append(told.Output, 0, Math.Min(told.Output?.Length ?? 0, OutputCharacters - output.Length));
                break;
            case "pass":
                _outputs.Remove(name);
                _tally.Pass(name);
                break;
            case "skip":
                _outputs.Remove(name);
                _tally.Skip(name);
                break;
            case "fail":
                _outputs.Remove(name, out var said);
                _tally.Fail(name, $"{said}");
                break;
            default:
                break;
        }
    }

    private static Told? Parse(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<Told>(line, JsonSerializerOptions.Web);
        }
        catch (JsonException)
        {
            // A test that prints something in braces.
            return null;
        }
    }

    private sealed record Told(string? Action, string? Package, string? Test, string? Output);
}
