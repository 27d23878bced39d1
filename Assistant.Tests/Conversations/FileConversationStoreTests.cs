using Assistant.Core;
using Assistant.Core.Conversations;
using Assistant.Core.Conversations.Files;
using Assistant.Core.Settings;
using Microsoft.Extensions.Options;

namespace Assistant.Tests.Conversations;

public sealed class FileConversationStoreTests : ConversationStoreContract, IDisposable
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("assistant-test-");
    private FileConversationStore _store;

    public FileConversationStoreTests() => _store = Create();

    protected override IConversationStore Store => _store;

    public void Dispose()
    {
        _store.Dispose();
        _data.Delete(recursive: true);
    }

    [Fact]
    public async Task Everything_is_there_after_a_restart()
    {
        var id = await CreateAsync(Turn("1", "About loops"));
        await Store.ChangeAsync(Owner.Local, id, new ConversationChange { IsPinned = true }, CancellationToken.None);

        Restart();

        Assert.Equal("About loops", Assert.Single((await FindAsync(id)).Turns).Text);
        Assert.Equal(("About loops", true), (Assert.Single(await ListAsync("LOOPS")).Title, (await ListAsync())[0].IsPinned));
    }

    [Theory]
    [InlineData("index.list")]
    [InlineData("index.text")]
    [InlineData("index.*")]
    public async Task A_lost_index_is_made_again(string lost)
    {
        await CreateAsync(Turn("1", "About loops"), Turn("2", "Use foreach"));
        _ = await ListAsync();
        Restart(() => Array.ForEach(Directory.GetFiles(_data.FullName, lost, SearchOption.AllDirectories), File.Delete));

        Assert.Equal("About loops", Assert.Single(await ListAsync("FOREACH")).Title);
    }

    [Fact]
    public async Task What_changes_in_many_conversations_at_once_is_all_in_the_list_also_after_a_restart()
    {
        var ids = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => CreateAsync(Turn("1", "About loops"))));
        await Task.WhenAll(ids.Select(async id =>
        {
            for (var time = 1; time <= 80; time++) // so often that the list is written anew meanwhile
            {
                await Store.ChangeAsync(Owner.Local, id, new ConversationChange { Title = $"{id} {time}" }, CancellationToken.None);
                Assert.Contains(await ListAsync(), listed => listed.Title == $"{id} {time}");
            }
        }));

        Restart();

        Assert.Equal(ids.Select(id => $"{id} 80").Order(StringComparer.Ordinal), (await ListAsync()).Select(listed => listed.Title).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_conversation_that_was_listed_before_anything_was_said_gets_its_title_from_what_is_said()
    {
        var id = await CreateAsync();
        Assert.Equal("New conversation", Assert.Single(await ListAsync()).Title);

        await Store.SaveTurnsAsync(Owner.Local, id, [Turn("1", "About loops")], CancellationToken.None);

        Assert.Equal("About loops", Assert.Single(await ListAsync()).Title);
    }

    [Fact]
    public async Task A_conversation_the_index_knows_nothing_of_is_listed()
    {
        var id = await CreateAsync(Turn("1", "About loops"));
        _ = await ListAsync();
        var file = FileOf(id);
        var copy = Path.Combine(Path.GetDirectoryName(file)!, "ffffffffffffffffffffffffffffffff.jsonl");
        Restart(() => File.Copy(file, copy));

        Assert.Equal(2, (await ListAsync("loops")).Count);

        Restart(() => File.Delete(copy));
        Assert.Equal(id, Assert.Single(await ListAsync()).Id);
    }

    [Fact]
    public async Task A_torn_last_line_is_set_aside_and_the_rest_is_kept()
    {
        var id = await CreateAsync(Turn("1", "Hello"));
        File.AppendAllText(FileOf(id), """{"kind":"turn","at":"2026-01-01T""");
        Restart();
        Assert.Equal("Hello", Assert.Single((await FindAsync(id)).Turns).Text);

        await Store.SaveTurnsAsync(Owner.Local, id, [Turn("2", "World")], CancellationToken.None);

        Assert.Equal(["Hello", "World"], (await FindAsync(id)).Turns.Select(turn => turn.Text));
        Assert.Equal("""{"kind":"turn","at":"2026-01-01T""", File.ReadAllText(FileOf(id) + ".torn"));
    }

    [Fact]
    public async Task Damaged_lines_cost_no_other_line()
    {
        var id = await CreateAsync(Turn("1", "Hello"), Turn("2", "World"));
        var lines = File.ReadAllLines(FileOf(id));
        File.WriteAllLines(FileOf(id), ["", "\0\0\0", "{}", "[]", "42", """{"kind":"from a later version","at":"2026-01-01T00:00:00Z"}""", .. lines.Skip(1), """{"kind":"turn"}"""]);

        Assert.Equal(["Hello", "World"], (await FindAsync(id)).Turns.Select(turn => turn.Text));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(60)]
    [InlineData(200)]
    public async Task A_file_that_was_cut_off_opens_with_what_is_left(int length)
    {
        var id = await CreateAsync(Turn("1", "Hello"), Turn("2", "World"));
        using (var file = new FileStream(FileOf(id), FileMode.Open))
        {
            file.SetLength(length);
        }

        Restart();

        Assert.NotNull(await FindAsync(id));
        Assert.Single(await ListAsync());
        await Store.SaveTurnsAsync(Owner.Local, id, [Turn("3", "Again")], CancellationToken.None);
        Assert.Equal("Again", (await FindAsync(id)).Turns[^1].Text);
    }

    [Fact]
    public async Task A_turn_whose_turns_follow_each_other_in_a_circle_has_an_end()
    {
        var id = await CreateAsync(Turn("1", "One") with { After = "2" }, Turn("2", "Two") with { After = "1" });

        Assert.Equal(["One", "Two"], (await FindAsync(id)).Path.Select(turn => turn.Text));
    }

    [Fact]
    public async Task A_deleted_conversation_leaves_the_disk_after_a_day_with_all_its_words()
    {
        var id = await CreateAsync(Turn("1", "About loops"));
        await CreateAsync(Turn("1", "About types"));
        _ = await ListAsync();
        await Store.DeleteAsync(Owner.Local, id, CancellationToken.None);

        Time.Advance(FileConversationStore.UndoTime + TimeSpan.FromMinutes(1));
        Restart();

        Assert.Equal("About types", Assert.Single(await ListAsync()).Title);
        Assert.DoesNotContain(
            Directory.EnumerateFiles(_data.FullName, "*", SearchOption.AllDirectories).Where(path => Path.GetFileName(path) != "lock"),
            path => File.ReadAllText(path).Contains("loops", StringComparison.OrdinalIgnoreCase) && !path.EndsWith("index.list", StringComparison.Ordinal));
    }

    [Fact]
    public void A_second_server_is_told_who_holds_the_folder()
    {
        _store.Open();
        using var second = Create();

        var refused = Assert.Throws<FolderInUseException>(second.Open);

        Assert.Contains($"process {Environment.ProcessId} on {Environment.MachineName}", refused.Message, StringComparison.Ordinal);
        Assert.Contains("Assistant:Data", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_has_gone_is_one_clear_sentence_and_no_reason_to_give_up()
    {
        var id = await CreateAsync(Turn("1", "Hello"));
        var folder = Path.GetDirectoryName(FileOf(id))!;
        Directory.Move(folder, folder + ".away");
        File.WriteAllText(folder, "a file where the folder was");

        var failure = await Assert.ThrowsAsync<ConversationStoreException>(() => Store.CreateAsync(Owner.Local, [], CancellationToken.None));
        Assert.StartsWith("Conversations cannot be read or kept:", failure.Message, StringComparison.Ordinal);

        File.Delete(folder);
        Directory.Move(folder + ".away", folder);
        Assert.Equal("Hello", Assert.Single((await FindAsync(id)).Turns).Text);
    }

    [Fact]
    public async Task A_full_disk_is_one_clear_sentence_and_what_was_kept_stays()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;   // only there is a file that is always full
        }

        var id = await CreateAsync(Turn("1", "Hello"));
        var file = FileOf(id);
        File.Move(file, file + ".away");
        File.CreateSymbolicLink(file, "/dev/full");

        var failure = await Assert.ThrowsAsync<ConversationStoreException>(() => Store.SaveTurnsAsync(Owner.Local, id, [Turn("2", "World")], CancellationToken.None));
        Assert.StartsWith("Conversations cannot be kept, because the disk is full:", failure.Message, StringComparison.Ordinal);

        File.Move(file + ".away", file, overwrite: true);
        Assert.Equal("Hello", Assert.Single((await FindAsync(id)).Turns).Text);
    }

    private FileConversationStore Create() => new(Options.Create(new DataOptions { Data = _data.FullName }), Time);

    private void Restart(Action? meanwhile = null)
    {
        _store.Dispose();
        meanwhile?.Invoke();
        _store = Create();
    }

    private string FileOf(string id) => Directory.GetFiles(_data.FullName, id + ".jsonl", SearchOption.AllDirectories).Single();
}
