using System.Text.Json;
using Assistant.Core;
using Assistant.Core.Auditing;
using Assistant.Core.Settings;
using Assistant.Tests.Fakes;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Assistant.Tests.Auditing;

public sealed class AuditLogTests : IDisposable
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("assistant-test-");
    private readonly CapturedLog _log = new();
    private readonly AuditLog _audit;

    public AuditLogTests() => _audit = new AuditLog(Options.Create(new DataOptions { Data = _data.FullName }), new ManualTime(), _log.CreateLogger<AuditLog>());

    private string File => Path.Combine(_data.FullName, "audit.jsonl");

    public void Dispose()
    {
        _audit.Dispose();
        _data.Delete(recursive: true);
    }

    [Fact]
    public async Task An_entry_is_one_line_of_JSON_with_its_time()
    {
        _audit.Write(new AuditEntry("sign-in", Owner.Local, "192.168.1.5", new Dictionary<string, string> { ["result"] = "good\nor \"bad\"" }));
        _audit.Write(new AuditEntry("setting", null, null, new Dictionary<string, string>()));
        await _audit.WrittenAsync();

        var lines = System.IO.File.ReadAllLines(File);
        var first = JsonSerializer.Deserialize<JsonElement>(lines[0]);
        Assert.Equal(2, lines.Length);
        Assert.Equal(("sign-in", "local", "192.168.1.5"), (Text(first, "kind"), Text(first, "owner"), Text(first, "address")));
        Assert.Equal("good\nor \"bad\"", Text(first.GetProperty("details"), "result"));
        Assert.Equal(DateTimeKind.Utc, first.GetProperty("time").GetDateTime().Kind);
        Assert.False(JsonSerializer.Deserialize<JsonElement>(lines[1]).TryGetProperty("owner", out _));
    }

    [Fact]
    public async Task It_is_for_its_owner_alone()
    {
        WriteOne();
        await _audit.WrittenAsync();

        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, System.IO.File.GetUnixFileMode(File));
        }
    }

    [Fact]
    public async Task What_many_write_at_once_is_all_there_and_in_whole_lines()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() =>
        {
            for (var count = 0; count < 250; count++)
            {
                WriteOne();
            }
        })));
        await _audit.WrittenAsync();

        var lines = System.IO.File.ReadAllLines(File);
        Assert.Equal(2000, lines.Length);
        Assert.All(lines, line => Assert.Equal("setting", Text(JsonSerializer.Deserialize<JsonElement>(line), "kind")));
    }

    [Fact]
    public async Task A_full_file_is_set_aside_and_a_few_old_ones_are_kept()
    {
        for (var time = 0; time < 8; time++)
        {
            await System.IO.File.AppendAllTextAsync(File, new string('x', 5 * 1024 * 1024) + time);
            WriteOne();
            await _audit.WrittenAsync();
        }

        Assert.Single(System.IO.File.ReadAllLines(File));
        Assert.Equal(
            ["audit.jsonl", "audit.jsonl.1", "audit.jsonl.2", "audit.jsonl.3", "audit.jsonl.4", "audit.jsonl.5"],
            _data.GetFiles().Select(file => file.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_disk_that_takes_nothing_is_a_line_in_the_log_and_stops_nobody()
    {
        Directory.CreateDirectory(File);

        WriteOne();
        await _audit.WrittenAsync();
        Directory.Delete(File);
        WriteOne();
        await _audit.WrittenAsync();

        Assert.Contains(_log.Lines, line => line.StartsWith("Error: 1 lines could not be added to the audit log", StringComparison.Ordinal));
        Assert.Single(System.IO.File.ReadAllLines(File));
    }

    [Fact]
    public async Task A_detail_that_has_no_end_is_cut()
    {
        _audit.Write(new AuditEntry("agent-run", null, null, new Dictionary<string, string> { ["files"] = new('a', 1_000_000) }));
        await _audit.WrittenAsync();

        Assert.InRange(new FileInfo(File).Length, 4000, 5000);
    }

    private void WriteOne() => _audit.Write(new AuditEntry("setting", Owner.Local, null, new Dictionary<string, string> { ["setting"] = "model" }));

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();
}
