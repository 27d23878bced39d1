using Assistant.Core.Chat;
using Assistant.Core.Conversations;
using Assistant.Core.Replies;
using Assistant.Tests.Fakes;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;

namespace Assistant.Tests.Chat;

public sealed class ChatServiceTests
{
    private readonly ScriptedModel _model = new(["Fine."]);

    [Fact]
    public async Task A_message_follows_the_turns_before_it()
    {
        await AnswerAsync(new ChatRequest("And now?", [Question("Is it safe?", code: "int x;"), Answer("No.")]));

        var messages = Assert.Single(_model.Calls).Messages;
        Assert.Equal([ChatRole.System, ChatRole.User, ChatRole.Assistant, ChatRole.User], messages.Select(message => message.Role));
        Assert.Equal("Given this code:\n\n```\nint x;\n```\n\nIs it safe?", messages[1].Text);
        Assert.Equal(["No.", "And now?"], messages.Skip(2).Select(message => message.Text));
    }

    [Fact]
    public async Task An_answer_that_never_got_a_word_is_left_out()
    {
        await AnswerAsync(new ChatRequest("Again", [Question("First"), Answer("")]));

        Assert.Equal(["First", "Again"], _model.Calls[0].Messages.Skip(1).Select(message => message.Text));
    }

    [Fact]
    public async Task Of_a_long_past_the_newest_turns_that_fit_are_sent()
    {
        var history = Enumerable.Range(0, 10).Select(number => Question(number + new string('x', 30_000))).ToList();

        await AnswerAsync(new ChatRequest("Again", history));

        Assert.Equal(["7", "8", "9"], _model.Calls[0].Messages.Skip(1).SkipLast(1).Select(message => message.Text[..1]));
    }

    private async Task AnswerAsync(ChatRequest request)
    {
        await using var services = TestServices.Create(_model, new ManualTime());
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ChatService>().AnswerAsync(request, new Reply(new ManualTime()), CancellationToken.None);
    }

    private static Turn Question(string text, string? code = null) => new(Turn.NewId(), TurnRole.User, text) { Kind = ChatService.Kind, Code = code };

    private static Turn Answer(string text) => new(Turn.NewId(), TurnRole.Assistant, text) { Kind = ChatService.Kind };
}
