using Assistant.Core;
using Assistant.Core.Conversations;
using Assistant.Tests.Fakes;

namespace Assistant.Tests.Conversations;

public sealed class MemoryConversationStoreTests
{
    private static readonly Owner Somebody = new("somebody else");

    private readonly ManualTime _time = new();
    private readonly IConversationStore _store;

    public MemoryConversationStoreTests() => _store = new MemoryConversationStore(_time);

    [Fact]
    public async Task Turns_come_back_in_order_and_a_turn_of_the_same_id_takes_its_place()
    {
        var id = await CreateAsync(Turn("1", "Hello"), Turn("2", "Wor"), Turn("2", "World"));

        var conversation = await _store.FindAsync(Owner.Local, id, CancellationToken.None);

        Assert.Equal(["Hello", "World"], conversation!.Turns.Select(turn => turn.Text));
    }

    [Theory]
    [InlineData("What does ?? do\nand why", "What does ?? do")]
    [InlineData("   ", "New conversation")]
    public async Task The_first_line_of_the_first_turn_is_the_title(string text, string title) =>
        Assert.Equal(title, (await _store.FindAsync(Owner.Local, await CreateAsync(Turn("1", text), Turn("2", "More")), CancellationToken.None))!.Title);

    [Fact]
    public async Task A_long_title_is_cut()
    {
        var id = await CreateAsync(Turn("1", new string('x', 200)));

        Assert.Equal(new string('x', 60) + "…", (await _store.FindAsync(Owner.Local, id, CancellationToken.None))!.Title);
    }

    [Fact]
    public async Task The_list_has_the_newest_first_and_is_searched_by_title_and_text()
    {
        await CreateAsync(Turn("1", "About regexes"), Turn("2", "Use \\d"));
        _time.Advance(TimeSpan.FromMinutes(1));
        await CreateAsync(Turn("1", "About loops"));

        Assert.Equal(["About loops", "About regexes"], await TitlesAsync(null));
        Assert.Equal(["About loops", "About regexes"], await TitlesAsync(" ABOUT "));
        Assert.Equal(["About regexes"], await TitlesAsync("use \\D"));
        Assert.Empty(await TitlesAsync("nothing like it"));
    }

    [Fact]
    public async Task Somebody_elses_conversation_is_unknown()
    {
        var id = await CreateAsync(Turn("1", "Secret"));

        Assert.Null(await _store.FindAsync(Somebody, id, CancellationToken.None));
        Assert.Empty(await _store.ListAsync(Somebody, null, CancellationToken.None));
        await Assert.ThrowsAsync<ConversationNotFoundException>(() => _store.SaveTurnAsync(Somebody, id, Turn("2", "Mine"), CancellationToken.None));
    }

    private async Task<string> CreateAsync(params Turn[] turns)
    {
        var conversation = await _store.CreateAsync(Owner.Local, CancellationToken.None);
        foreach (var turn in turns)
        {
            await _store.SaveTurnAsync(Owner.Local, conversation.Id, turn, CancellationToken.None);
        }

        return conversation.Id;
    }

    private async Task<IEnumerable<string>> TitlesAsync(string? query) =>
        (await _store.ListAsync(Owner.Local, query, CancellationToken.None)).Select(conversation => conversation.Title);

    private static Turn Turn(string id, string text) => new(id, TurnRole.User, text) { Kind = "chat" };
}
