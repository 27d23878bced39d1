using Assistant.Core;
using Assistant.Core.Ask;
using Assistant.Core.Conversations;
using Assistant.Core.Model;
using Assistant.Core.Replies;
using Assistant.Tests.Fakes;
using Microsoft.Extensions.DependencyInjection;

namespace Assistant.Tests.Conversations;

public sealed class ConversationRepliesTests
{
    [Fact]
    public async Task The_question_is_kept_at_once_and_the_answer_with_its_facts_when_it_has_ended()
    {
        var gate = new Gate();
        await using var test = await StartAsync(new ScriptedModel(new ScriptedTurn("No.") { Gate = gate }));

        var reply = await test.AskAsync("Is it safe?");
        Assert.Equal(["Is it safe?"], (await test.TurnsAsync()).Where(turn => turn.Role == TurnRole.User).Select(turn => turn.Text));
        gate.Open();
        await test.EndAsync(reply);

        var answer = (await test.TurnsAsync())[1];
        Assert.Equal((TurnRole.Assistant, "No.", ReplyState.Done, reply.Id, "scripted"), (answer.Role, answer.Text, answer.State, answer.ReplyId, answer.Facts!.Model));
    }

    [Fact]
    public async Task A_failed_answer_keeps_what_had_arrived_and_why()
    {
        await using var test = await StartAsync(new ScriptedModel([], failure: new ModelException(ModelFault.Incomplete, "It broke off.") { PartialText = "No" }));

        await test.EndAsync(await test.AskAsync("Is it safe?"));

        var answer = (await test.TurnsAsync())[1];
        Assert.Equal(("No", ReplyState.Interrupted, "It broke off."), (answer.Text, answer.State, answer.Failure!.Message));
    }

    [Fact]
    public async Task A_second_question_is_refused_and_not_kept_while_an_answer_arrives()
    {
        await using var test = await StartAsync(new ScriptedModel(["No"], thenHang: true));
        var reply = await test.AskAsync("Is it safe?");

        await Assert.ThrowsAsync<ConversationBusyException>(() => test.AskAsync("Really?"));
        await reply.StopAsync();
        await test.EndAsync(reply);

        Assert.Equal(2, (await test.TurnsAsync()).Count);
    }

    [Fact]
    public async Task Answering_again_begins_a_branch_with_the_same_question_and_past()
    {
        await using var test = await StartAsync(new ScriptedModel(new ScriptedTurn("First."), new ScriptedTurn("Second."), new ScriptedTurn("Third.")));
        await test.EndAsync(await test.AskAsync("One?"));
        await test.EndAsync(await test.AskAsync("Two?"));
        var second = (await test.TurnsAsync())[3];

        await test.EndAsync((await test.Replies.AnswerAgainAsync<AskService>(
            Owner.Local,
            test.Conversation,
            second.Id,
            (ask, question, history, reply, stopping) =>
            {
                Assert.Equal(("Two?", 2), (question.Text, history.Count));
                return ask.AnswerAsync(Question.Of(question), reply, stopping);
            },
            CancellationToken.None)).Reply);

        Assert.Equal(["One?", "First.", "Two?", "Third."], (await test.PathAsync()).Select(turn => turn.Text));
        Assert.Contains("Second.", (await test.TurnsAsync()).Select(turn => turn.Text));
    }

    [Fact]
    public async Task Somebody_elses_conversation_takes_no_question()
    {
        await using var test = await StartAsync(new ScriptedModel(["No."]));

        await Assert.ThrowsAsync<ConversationNotFoundException>(() => test.AskAsync("Is it safe?", new Owner("somebody else")));
    }

    private static async Task<Test> StartAsync(ScriptedModel model)
    {
        var services = TestServices.Create(model, new ManualTime());
        var conversation = await services.GetRequiredService<IConversationStore>().CreateAsync(Owner.Local, [], CancellationToken.None);
        return new Test(services, conversation.Id);
    }

    private sealed class Test(ServiceProvider services, string conversation) : IAsyncDisposable
    {
        public string Conversation => conversation;

        public ConversationReplies Replies => services.GetRequiredService<ConversationReplies>();

        public async Task<Reply> AskAsync(string question, Owner? owner = null) => (await Replies.AnswerAsync<AskService>(
            owner ?? Owner.Local,
            conversation,
            new Turn(Turn.NewId(), TurnRole.User, question) { Kind = AskService.Kind },
            (ask, asked, _, reply, stopping) => ask.AnswerAsync(Question.Of(asked), reply, stopping),
            CancellationToken.None)).Reply;

        public async Task<IReadOnlyList<Turn>> TurnsAsync() => (await FindAsync()).Turns;

        public async Task<IReadOnlyList<Turn>> PathAsync() => (await FindAsync()).Path;

        /// <summary>Until the reply has ended and is kept, which is when its run is over.</summary>
        public async Task EndAsync(Reply reply)
        {
            await reply.Ended;
            await services.GetRequiredService<ReplyRunner>().StopAsync(CancellationToken.None);
        }

        private async Task<Conversation> FindAsync() =>
            (await services.GetRequiredService<IConversationStore>().FindAsync(Owner.Local, conversation, CancellationToken.None))!;

        public ValueTask DisposeAsync() => services.DisposeAsync();
    }
}
