using System.Text.Json;
using Assistant.Core;
using Assistant.Core.Auditing;
using Assistant.Tests.Agent;
using Assistant.Tests.Fakes;
using Assistant.Tests.Settings;
using Assistant.Tests.Workspace.Testing;
using Assistant.Web.Settings;
using Microsoft.Extensions.DependencyInjection;
using static Assistant.Tests.Agent.Script;

namespace Assistant.Tests.Auditing;

/// <summary>What is told in the audit log, and that nothing of what was said is.</summary>
public sealed class AuditedTests
{
    private const string Secret = "SECRET-x7Q";

    [LinuxFact]
    public async Task A_run_of_the_agent_its_tests_and_its_undo_are_told_without_a_word_of_what_was_said()
    {
        var model = new ScriptedModel(Calls(Read("src/a.py")), Calls(Write("src/a.py", $"key = '{Secret}'\n")), Says($"I wrote {Secret}."), Says($"Still {Secret}."));
        await using var workspace = new AgentWorkspace(model) { TestCommand = "sh tests.sh" }.With("src/a.py", $"# {Secret}\n").With("tests.sh", $"echo {Secret}\n");

        var result = await workspace.RunAsync($"Write {Secret} into a.py");
        await workspace.UndoAsync(result);

        var lines = await workspace.AuditAsync();
        Assert.DoesNotContain(lines, line => line.Contains(Secret, StringComparison.Ordinal));
        Assert.Equal(["setting", "test-run", "test-run", "agent-run", "agent-undo"], lines.Select(line => Text(line, "kind")));
        Assert.Equal((workspace.Root, "sh tests.sh", "no"), (Detail(lines[1], "workspace"), Detail(lines[1], "command"), Detail(lines[1], "sandboxed")));
        Assert.Equal((Owner.Local.Id, result.Reply.Id, "1", "src/a.py"), (Text(lines[3], "owner"), Detail(lines[3], "run"), Detail(lines[3], "count"), Detail(lines[3], "files")));
        Assert.Equal((Owner.Local.Id, result.Reply.Id, "src/a.py"), (Text(lines[4], "owner"), Detail(lines[4], "run"), Detail(lines[4], "files")));
    }

    [Fact]
    public async Task A_choice_of_a_model_is_told_without_the_key()
    {
        using var fixture = new SettingsFixture();
        var started = fixture.Start();

        started.Settings.Save(Owner.Local, new ModelDraft(new Uri("https://api.groq.com/openai/v1?token=hidden"), "some-model") { NewKey = $"sk-{Secret}" });
        started.Settings.Save(Owner.Local, new ModelDraft(new Uri("https://api.groq.com/openai/v1"), "some-model") { ForgetsKey = true });
        started.Settings.ChooseBuiltIn(Owner.Local);
        await started.Services.GetRequiredService<AuditLog>().WrittenAsync();

        var text = await File.ReadAllTextAsync(Path.Combine(fixture.Folder, "audit.jsonl"));
        var lines = text.TrimEnd().Split('\n');
        Assert.DoesNotContain(Secret, text, StringComparison.Ordinal);
        Assert.DoesNotContain("hidden", text, StringComparison.Ordinal);
        Assert.All(lines, line => Assert.Equal(("setting", "model"), (Text(line, "kind"), Detail(line, "setting"))));
        Assert.All(lines, line => Assert.Equal(Owner.Local.Id, Text(line, "owner")));
        Assert.Equal(["https://api.groq.com", "https://api.groq.com", "built-in engine"], lines.Select(line => Detail(line, "endpoint")));
        Assert.Equal(["some-model", "some-model", null], lines.Select(line => Detail(line, "model")));
        Assert.Equal(["stored", "removed", null], lines.Select(line => Detail(line, "key")));
    }

    private static string? Text(string line, string name) =>
        JsonSerializer.Deserialize<JsonElement>(line).TryGetProperty(name, out var value) ? value.GetString() : null;

    private static string? Detail(string line, string name) =>
        JsonSerializer.Deserialize<JsonElement>(line).GetProperty("details").TryGetProperty(name, out var value) ? value.GetString() : null;
}
