using Assistant.Core;
using Assistant.Core.Model;
using Assistant.Web.Settings;

namespace Assistant.Tests.Settings;

public sealed class ModelSettingsTests : IDisposable
{
    private const string Key = "sk-stored-0123456789";

    private static readonly Uri Cerebras = new("https://api.cerebras.ai/v1");
    private static readonly Uri Groq = new("https://api.groq.com/openai/v1");

    private readonly SettingsFixture _fixture = new();

    public void Dispose() => _fixture.Dispose();

    [Fact]
    public void With_nothing_stored_and_nothing_set_the_built_in_engine_answers()
    {
        var (settings, selection, _) = _fixture.Start();

        Assert.Null(selection.Endpoint);
        Assert.Null(settings.Endpoint);
        Assert.Null(settings.Trouble);
    }

    [Fact]
    public void What_is_saved_is_in_use_at_once_and_after_a_restart()
    {
        var first = _fixture.Start();

        first.Settings.Save(Owner.Local, new ModelDraft(Cerebras, "gpt-oss-120b") { NewKey = Key });

        Assert.Equal((Cerebras, Key, "gpt-oss-120b"), (first.InUse!.Endpoint, first.InUse.ApiKey, first.Model));
        var second = _fixture.Start();
        Assert.Equal((Cerebras, Key, "gpt-oss-120b"), (second.InUse!.Endpoint, second.InUse.ApiKey, second.Model));
    }

    [Fact]
    public void The_key_cannot_be_read_in_any_file_and_the_files_are_for_their_owner_alone()
    {
        _fixture.Start().Settings.Save(Owner.Local, new ModelDraft(Cerebras, null) { NewKey = Key });

        var files = Directory.GetFiles(_fixture.Folder, "*", SearchOption.AllDirectories);
        Assert.Contains(_fixture.File, files);
        Assert.Contains(files, file => Path.GetDirectoryName(file) == Path.Combine(_fixture.Folder, "keys"));
        Assert.DoesNotContain(files, file => File.ReadAllText(file).Contains(Key, StringComparison.Ordinal));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_fixture.File));
            Assert.Equal(
                UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(Path.Combine(_fixture.Folder, "keys")));
        }
    }

    [Fact]
    public void A_key_stays_while_only_the_path_or_the_model_changes()
    {
        var started = _fixture.Start();
        started.Settings.Save(Owner.Local, new ModelDraft(Cerebras, null) { NewKey = Key });

        started.Settings.Save(Owner.Local, new ModelDraft(new Uri("https://api.cerebras.ai/v2"), "other"));

        Assert.Equal(Key, started.InUse!.ApiKey);
    }

    [Fact]
    public void Another_origin_neither_gets_the_key_nor_leaves_it_stored()
    {
        var started = _fixture.Start();
        started.Settings.Save(Owner.Local, new ModelDraft(Cerebras, null) { NewKey = Key });

        Assert.Null(started.Settings.Options(new ModelDraft(Groq, null)).ApiKey);
        started.Settings.Save(Owner.Local, new ModelDraft(Groq, null));
        started.Settings.Save(Owner.Local, new ModelDraft(Cerebras, null));

        Assert.Null(started.InUse!.ApiKey);
        Assert.Null(_fixture.Start().InUse!.ApiKey);
    }

    [Theory]
    [InlineData("http://api.cerebras.ai/v1")]
    [InlineData("https://api.cerebras.ai:8443/v1")]
    [InlineData("https://api.cerebras.ai.example.org/v1")]
    public void Another_scheme_port_or_host_is_another_origin(string endpoint)
    {
        var started = _fixture.Start();
        started.Settings.Save(Owner.Local, new ModelDraft(Cerebras, null) { NewKey = Key });

        Assert.Null(started.Settings.Options(new ModelDraft(new Uri(endpoint), null)).ApiKey);
    }

    [Fact]
    public void A_key_moved_to_another_origin_in_the_file_is_not_sent_and_the_page_says_so()
    {
        _fixture.Start().Settings.Save(Owner.Local, new ModelDraft(Cerebras, null) { NewKey = Key });
        File.WriteAllText(_fixture.File, File.ReadAllText(_fixture.File).Replace("api.cerebras.ai", "evil.example", StringComparison.Ordinal));

        var started = _fixture.Start();

        Assert.Equal("evil.example", started.InUse!.Endpoint!.Host);
        Assert.Null(started.InUse.ApiKey);
        Assert.Equal("The stored key for https://evil.example can no longer be read: enter it again.", started.Settings.Trouble);
    }

    [Fact]
    public void A_key_can_be_replaced_and_removed()
    {
        var started = _fixture.Start();
        started.Settings.Save(Owner.Local, new ModelDraft(Cerebras, null) { NewKey = "first" });

        started.Settings.Save(Owner.Local, new ModelDraft(Cerebras, null) { NewKey = "second" });
        Assert.Equal("second", started.InUse!.ApiKey);

        started.Settings.Save(Owner.Local, new ModelDraft(Cerebras, null) { ForgetsKey = true });
        Assert.Null(started.InUse!.ApiKey);
        Assert.False(_fixture.Start().Settings.HasKeyFor(Cerebras));
    }

    [Fact]
    public void The_environment_wins_property_by_property()
    {
        _fixture.Start().Settings.Save(Owner.Local, new ModelDraft(Groq, "stored") { NewKey = Key });

        var named = _fixture.Start(("OPENAI_MODEL", "given"));
        Assert.Equal((Groq, Key, "given"), (named.InUse!.Endpoint, named.InUse.ApiKey, named.Model));

        var placed = _fixture.Start(("OPENAI_BASE_URL", "http://localhost:1/v1"));
        Assert.Equal((new Uri("http://localhost:1/v1"), null, null), (placed.InUse!.Endpoint, placed.InUse.ApiKey, placed.Model));

        var keyed = _fixture.Start(("OPENAI_BASE_URL", "https://api.groq.com/openai/v1"), ("OPENAI_API_KEY", "given-key"));
        Assert.Equal((Groq, "given-key", "stored"), (keyed.InUse!.Endpoint, keyed.InUse.ApiKey, keyed.Model));
    }

    [Fact]
    public void A_provider_s_own_variable_is_used_at_that_provider_alone()
    {
        var started = _fixture.Start(("GROQ_API_KEY", "groq-key"));

        Assert.Null(started.Selection.Endpoint);
        Assert.Equal("groq-key", started.Settings.Options(new ModelDraft(Groq, null)).ApiKey);
        Assert.Null(started.Settings.Options(new ModelDraft(Cerebras, null)).ApiKey);
    }

    [Fact]
    public void A_model_switched_at_the_environment_s_endpoint_is_remembered_for_it()
    {
        (string, string) endpoint = ("OPENAI_BASE_URL", "http://localhost:1/v1");
        var first = _fixture.Start(endpoint);

        first.Settings.Choose(Owner.Local, "bigger");

        Assert.Equal("bigger", first.Model);
        Assert.Equal("bigger", _fixture.Start(endpoint).Model);
        Assert.Null(_fixture.Start().Selection.Endpoint);
    }

    [Fact]
    public void A_model_the_environment_names_can_be_switched_until_the_next_start()
    {
        (string, string)[] environment = [("OPENAI_BASE_URL", "http://localhost:1/v1"), ("OPENAI_MODEL", "given")];
        var first = _fixture.Start(environment);

        first.Settings.Choose(Owner.Local, "bigger");

        Assert.Equal("bigger", first.Model);
        Assert.Equal("given", _fixture.Start(environment).Model);
    }

    [Fact]
    public void The_built_in_engine_is_remembered_and_the_endpoint_with_its_key_kept_for_later()
    {
        _fixture.Start().Settings.Save(Owner.Local, new ModelDraft(Groq, "stored") { NewKey = Key });
        _fixture.Start().Settings.ChooseBuiltIn(Owner.Local);

        var started = _fixture.Start();
        Assert.Null(started.Selection.Endpoint);

        started.Settings.Choose(Owner.Local, "another");
        Assert.Equal((Groq, Key, "another"), (started.InUse!.Endpoint, started.InUse.ApiKey, started.Model));
    }

    [Fact]
    public void Every_choice_is_announced_and_another_model_keeps_the_connection()
    {
        var started = _fixture.Start();
        var announced = 0;
        started.Selection.Changed += () => announced++;

        started.Settings.Save(Owner.Local, new ModelDraft(Groq, "one"));
        var endpoint = started.Selection.Endpoint;
        started.Settings.Choose(Owner.Local, "two");

        Assert.Same(endpoint, started.Selection.Endpoint);
        Assert.Equal("two", started.Model);
        Assert.Equal(2, announced);
    }

    [Theory]
    [InlineData("{", "line 1 is not what was written there")]
    [InlineData("null", "it holds something else")]
    [InlineData("""{"endpoint":"file:///etc/passwd"}""", "it holds something else")]
    [InlineData("""{"names":null}""", "it holds something else")]
    public void A_broken_file_is_one_sentence_and_stops_nothing(string text, string reason)
    {
        File.WriteAllText(_fixture.File, text);

        var started = _fixture.Start();

        Assert.Null(started.Selection.Endpoint);
        Assert.Equal(
            $"The stored settings are not used, because {_fixture.File} cannot be read: {reason}. Correct it, or save new settings here.", started.Settings.Trouble);
    }

    [Fact]
    public void A_broken_file_is_set_aside_when_something_new_is_saved()
    {
        File.WriteAllText(_fixture.File, "{ mine");
        var started = _fixture.Start();

        started.Settings.Save(Owner.Local, new ModelDraft(Groq, "stored"));

        Assert.Null(started.Settings.Trouble);
        Assert.Equal("{ mine", File.ReadAllText(_fixture.File + ".broken"));
        Assert.Equal("stored", _fixture.Start().Model);
    }

    [Fact]
    public void Lost_protection_keys_are_one_sentence_and_stop_nothing()
    {
        _fixture.Start().Settings.Save(Owner.Local, new ModelDraft(Groq, "stored") { NewKey = Key });
        Directory.Delete(Path.Combine(_fixture.Folder, "keys"), recursive: true);

        var started = _fixture.Start();

        Assert.Null(started.InUse!.ApiKey);
        Assert.Equal("The stored key for https://api.groq.com can no longer be read: enter it again.", started.Settings.Trouble);
    }

    [Fact]
    public void A_file_that_cannot_be_written_leaves_the_one_before_whole_and_says_so()
    {
        var started = _fixture.Start();
        started.Settings.Save(Owner.Local, new ModelDraft(Groq, "stored"));
        File.Delete(_fixture.File);
        Directory.CreateDirectory(_fixture.File);

        var failure = Assert.Throws<SettingsFileException>(() => started.Settings.Choose(Owner.Local, "another"));

        Assert.Equal($"This counts until the Assistant stops, but could not be kept: {_fixture.File} cannot be written.", failure.Message);
        Assert.Equal("another", started.Model);
        Assert.DoesNotContain(Directory.GetFiles(_fixture.Folder), file => Path.GetFileName(file) != "audit.jsonl");
    }

    [Fact]
    public void Neither_a_draft_nor_options_show_the_key()
    {
        var draft = new ModelDraft(Groq, "stored") { NewKey = Key };

        Assert.DoesNotContain(Key, $"{draft} {new ModelOptions { Endpoint = Groq, ApiKey = Key }}", StringComparison.Ordinal);
    }
}
