using Assistant.Core;
using Assistant.Core.Conversations;
using Assistant.Core.Model;
using Assistant.Core.Replies;
using Assistant.Tests.Fakes;

namespace Assistant.Tests.Conversations;

/// <summary>What every store of conversations promises, wherever it keeps them.</summary>
public abstract class ConversationStoreContract
{
    private static readonly Owner Somebody = new("Somebody.Else@example.org");

    protected ManualTime Time { get; } = new();

    protected abstract IConversationStore Store { get; }

    [Fact]
    public async Task Turns_come_back_in_order_and_a_turn_of_the_same_id_takes_its_place()
    {
        var id = await CreateAsync(Turn("1", "Hello"), Turn("2", "Wor"), Turn("2", "World"));

        Assert.Equal(["Hello", "World"], (await FindAsync(id)).Turns.Select(turn => turn.Text));
    }

    [Fact]
    public async Task Everything_about_a_turn_comes_back()
    {
        var timing = new ReplyTiming(TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(1.5), TimeSpan.FromMilliseconds(80), TimeSpan.Zero, null, TimeSpan.FromTicks(1), null) { Before = TimeSpan.FromMilliseconds(3) };
        var facts = new ReplyFacts("big", true, "long answer expected", "length", new TokenUsage(10, 20, IsEstimate: true) { Cached = 3, Reasoning = 4 }, timing);
        var question = Turn("1", "Is it \"safe\"?\r\n") with { Code = "a < b && 'c'", Language = "C#" };
        var answer = new Turn("2", TurnRole.Assistant, "No. ✂️")
        {
            After = "1",
            Kind = "ask",
            State = ReplyState.Interrupted,
            ReplyId = "r",
            Reasoning = "Hm.",
            Facts = facts,
            Failure = new ReplyFailure(ModelFault.Stalled, "It stopped.", TimeSpan.FromSeconds(4)),
        };

        var id = await CreateAsync(question, answer);

        Assert.Equal([question, answer], (await FindAsync(id)).Turns);
    }

    [Fact]
    public async Task Any_text_comes_back_but_for_halves_of_characters()
    {
        var id = await CreateAsync(Turn("1", "nul \0, bell \a, \u2028, lone \ud83d, pair \ud83d\ude00"));

        Assert.Equal("nul \0, bell \a, \u2028, lone \ufffd, pair \ud83d\ude00", Assert.Single((await FindAsync(id)).Turns).Text.Replace('\ud83d', '\ufffd').Replace("\ufffd\ude00", "\ud83d\ude00", StringComparison.Ordinal));
        Assert.Equal(id, Assert.Single(await ListAsync("BELL \a")).Id);
    }

    [Theory]
    [InlineData("What does ?? do\nand why", "What does ?? do")]
    [InlineData("   ", "New conversation")]
    public async Task The_first_line_of_the_first_turn_is_the_title(string text, string title)
    {
        var id = await CreateAsync(Turn("1", text), Turn("2", "More"));

        Assert.Equal((title, title), ((await FindAsync(id)).Title, Assert.Single(await ListAsync()).Title));
    }

    [Fact]
    public async Task A_long_title_is_cut()
    {
        var id = await CreateAsync(Turn("1", new string('x', 200)));

        Assert.Equal(new string('x', 60) + "…", (await FindAsync(id)).Title);
    }

    [Fact]
    public async Task A_title_that_was_given_stays()
    {
        var id = await CreateAsync(Turn("1", "About loops"));

        await Store.ChangeAsync(Owner.Local, id, new ConversationChange { Title = "Loops" }, CancellationToken.None);
        await Store.SaveTurnsAsync(Owner.Local, id, [Turn("2", "More")], CancellationToken.None);

        Assert.Equal(("Loops", "Loops"), ((await FindAsync(id)).Title, Assert.Single(await ListAsync("loops")).Title));
    }

    [Fact]
    public async Task The_list_has_the_pinned_ones_first_and_then_the_newest()
    {
        var pinned = await CreateAsync(Turn("1", "About regexes"));
        Time.Advance(TimeSpan.FromMinutes(1));
        await CreateAsync(Turn("1", "About loops"));
        Time.Advance(TimeSpan.FromMinutes(1));
        var last = await CreateAsync(Turn("1", "About types"));
        Assert.Equal(["About types", "About loops", "About regexes"], Titles(await ListAsync()));

        await Store.ChangeAsync(Owner.Local, pinned, new ConversationChange { IsPinned = true }, CancellationToken.None);
        Assert.Equal(["About regexes", "About types", "About loops"], Titles(await ListAsync()));
        Assert.True((await FindAsync(pinned)).IsPinned);

        await Store.ChangeAsync(Owner.Local, pinned, new ConversationChange { IsPinned = false }, CancellationToken.None);
        Assert.Equal(last, (await ListAsync())[0].Id);
    }

    [Fact]
    public async Task The_list_is_searched_by_title_and_text_in_any_case()
    {
        await CreateAsync(Turn("1", "About regexes"), Turn("2", "Use \\d\nor ÄRGER"));
        Time.Advance(TimeSpan.FromMinutes(1));
        await CreateAsync(Turn("1", "About loops"));

        Assert.Equal(["About loops", "About regexes"], Titles(await ListAsync(" ABOUT ")));
        Assert.Equal(["About regexes"], Titles(await ListAsync("use \\D or ärger")));
        Assert.Empty(await ListAsync("nothing like it"));
        Assert.Empty(await ListAsync((await ListAsync())[0].Id));
    }

    [Fact]
    public async Task The_list_comes_in_pages()
    {
        for (var number = 1; number <= 5; number++)
        {
            await CreateAsync(Turn("1", $"Number {number}"));
            Time.Advance(TimeSpan.FromMinutes(1));
        }

        var first = await Store.ListAsync(Owner.Local, new ConversationQuery(Take: 2), CancellationToken.None);
        var rest = await Store.ListAsync(Owner.Local, new ConversationQuery(After: first[^1].Id, Take: 10), CancellationToken.None);

        Assert.Equal(["Number 5", "Number 4"], Titles(first));
        Assert.Equal(["Number 3", "Number 2", "Number 1"], Titles(rest));
    }

    [Fact]
    public async Task Text_that_grows_is_added_where_it_belongs()
    {
        var id = await CreateAsync(Turn("1", "Hello"), Turn("2", "") with { Role = TurnRole.Assistant, State = ReplyState.Working });

        await GrowAsync(id, 0, "Use a ");
        await GrowAsync(id, 6, "loop");
        await GrowAsync(id, 6, "loop.");
        await GrowAsync(id, 40, "what followed something that is lost");

        Assert.Equal("Use a loop.", (await FindAsync(id)).Turns[1].Text);
    }

    [Fact]
    public async Task A_turn_as_it_ended_takes_the_place_of_what_had_grown()
    {
        var id = await CreateAsync(Turn("1", "") with { State = ReplyState.Working });
        await Store.GrowTurnAsync(Owner.Local, id, "1", 0, "Use a lo", CancellationToken.None);

        await Store.SaveTurnsAsync(Owner.Local, id, [Turn("1", "Use a loop.")], CancellationToken.None);

        Assert.Equal(("Use a loop.", ReplyState.Done), ((await FindAsync(id)).Turns[0].Text, (await FindAsync(id)).Turns[0].State));
    }

    [Fact]
    public async Task The_branch_of_the_newest_turn_is_open_until_another_one_is_chosen()
    {
        var id = await CreateAsync(Turn("1", "One"), Turn("2", "Two") with { After = "1" }, Turn("3", "Instead") with { After = "1" });
        Assert.Equal(["One", "Instead"], (await FindAsync(id)).Path.Select(turn => turn.Text));

        await Store.ChangeAsync(Owner.Local, id, new ConversationChange { Head = "2" }, CancellationToken.None);
        Assert.Equal(["One", "Two"], (await FindAsync(id)).Path.Select(turn => turn.Text));

        await Store.SaveTurnsAsync(Owner.Local, id, [Turn("3", "Instead, longer") with { After = "1" }], CancellationToken.None);
        Assert.Equal("2", (await FindAsync(id)).Head);
    }

    [Fact]
    public async Task A_branch_that_does_not_exist_is_not_opened()
    {
        var id = await CreateAsync(Turn("1", "One"));

        await Store.ChangeAsync(Owner.Local, id, new ConversationChange { Head = "nowhere" }, CancellationToken.None);

        Assert.Equal("1", (await FindAsync(id)).Head);
    }

    [Fact]
    public async Task A_deleted_conversation_is_unknown_until_it_is_brought_back()
    {
        var id = await CreateAsync(Turn("1", "About loops"));
        await CreateAsync(Turn("1", "About types"));

        await Store.DeleteAsync(Owner.Local, id, CancellationToken.None);
        Assert.Null(await Store.FindAsync(Owner.Local, id, CancellationToken.None));
        Assert.Equal(["About types"], Titles(await ListAsync("about")));
        await Assert.ThrowsAsync<ConversationNotFoundException>(() => Store.DeleteAsync(Owner.Local, id, CancellationToken.None));
        await Assert.ThrowsAsync<ConversationNotFoundException>(() => Store.SaveTurnsAsync(Owner.Local, id, [Turn("2", "More")], CancellationToken.None));

        await Store.RestoreAsync(Owner.Local, id, CancellationToken.None);
        Assert.Equal("About loops", Assert.Single((await FindAsync(id)).Turns).Text);
        Assert.Equal(["About loops"], Titles(await ListAsync("loops")));
        await Assert.ThrowsAsync<ConversationNotFoundException>(() => Store.RestoreAsync(Owner.Local, id, CancellationToken.None));
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("../../etc/passwd")]
    [InlineData("")]
    [InlineData("0123456789abcdef0123456789abcdef")]
    public async Task An_id_that_names_nothing_is_unknown(string id)
    {
        Assert.Null(await Store.FindAsync(Owner.Local, id, CancellationToken.None));
        await Assert.ThrowsAsync<ConversationNotFoundException>(() => Store.DeleteAsync(Owner.Local, id, CancellationToken.None));
        await Assert.ThrowsAsync<ConversationNotFoundException>(() => Store.SaveTurnsAsync(Owner.Local, id, [Turn("1", "Mine")], CancellationToken.None));
    }

    [Fact]
    public async Task Somebody_elses_conversation_is_unknown_in_every_call()
    {
        var id = await CreateAsync(Turn("1", "Secret"));
        var none = CancellationToken.None;

        Assert.Null(await Store.FindAsync(Somebody, id, none));
        Assert.Empty(await Store.ListAsync(Somebody, new ConversationQuery(), none));
        Assert.Empty(await Store.ListAsync(Somebody, new ConversationQuery("Secret"), none));
        await Assert.ThrowsAsync<ConversationNotFoundException>(() => Store.SaveTurnsAsync(Somebody, id, [Turn("2", "Mine")], none));
        await Assert.ThrowsAsync<ConversationNotFoundException>(() => Store.GrowTurnAsync(Somebody, id, "1", 0, "Mine", none));
        await Assert.ThrowsAsync<ConversationNotFoundException>(() => Store.ChangeAsync(Somebody, id, new ConversationChange { Title = "Mine" }, none));
        await Assert.ThrowsAsync<ConversationNotFoundException>(() => Store.DeleteAsync(Somebody, id, none));
        await Store.DeleteAsync(Owner.Local, id, none);
        await Assert.ThrowsAsync<ConversationNotFoundException>(() => Store.RestoreAsync(Somebody, id, none));
        await Store.RestoreAsync(Owner.Local, id, none);

        Assert.Equal("Secret", Assert.Single((await FindAsync(id)).Turns).Text);
    }

    [Fact]
    public async Task Owners_whose_names_look_alike_are_not_the_same()
    {
        foreach (var name in (string[])["ann", "Ann", "a/nn", "a%nn", "..", new string('a', 300), new string('a', 299) + "b", "ann\0"])
        {
            var conversation = await Store.CreateAsync(new Owner(name), [], CancellationToken.None);

            Assert.Equal(conversation.Id, Assert.Single(await Store.ListAsync(new Owner(name), new ConversationQuery(), CancellationToken.None)).Id);
        }
    }

    [Fact]
    public async Task A_conversation_begins_with_what_it_is_made_of()
    {
        Turn[] turns = [Turn("1", "Is it safe?"), Turn("2", "No.") with { After = "1" }];

        var conversation = await Store.CreateAsync(Owner.Local, turns, CancellationToken.None);

        Assert.Equal(turns, conversation.Turns);
        Assert.Equal("2", conversation.Head);
        Assert.Equal(turns, (await FindAsync(conversation.Id)).Turns);
        Assert.Equal("Is it safe?", Assert.Single(await ListAsync()).Title);
    }

    [Fact]
    public async Task Writers_at_the_same_time_lose_nothing()
    {
        var id = await CreateAsync();

        await Task.WhenAll(Enumerable.Range(0, 40).Select(number =>
            Task.Run(() => Store.SaveTurnsAsync(Owner.Local, id, [Turn($"{number}", $"Text {number}")], CancellationToken.None))));

        Assert.Equal(40, (await FindAsync(id)).Turns.Select(turn => turn.Text).Distinct().Count());
    }

    [Fact]
    public async Task Everybody_who_asked_hears_of_a_change()
    {
        var heard = new List<(Owner, string)>();
        Store.Changed += (owner, changed) => heard.Add((owner, changed));

        var id = await CreateAsync(Turn("1", "") with { State = ReplyState.Working });
        await Store.GrowTurnAsync(Owner.Local, id, "1", 0, "More", CancellationToken.None);
        await Store.DeleteAsync(Owner.Local, id, CancellationToken.None);

        Assert.Equal([(Owner.Local, id), (Owner.Local, id)], heard);
    }

    protected static Turn Turn(string id, string text) => new(id, TurnRole.User, text) { Kind = "chat" };

    protected async Task<string> CreateAsync(params Turn[] turns) => (await Store.CreateAsync(Owner.Local, turns, CancellationToken.None)).Id;

    protected async Task<Conversation> FindAsync(string id) => (await Store.FindAsync(Owner.Local, id, CancellationToken.None))!;

    protected Task<IReadOnlyList<ConversationSummary>> ListAsync(string? text = null) => Store.ListAsync(Owner.Local, new ConversationQuery(text), CancellationToken.None);

    private static IEnumerable<string> Titles(IEnumerable<ConversationSummary> conversations) => conversations.Select(conversation => conversation.Title);

    private Task GrowAsync(string id, int from, string text) => Store.GrowTurnAsync(Owner.Local, id, "2", from, text, CancellationToken.None);
}
