using Assistant.Core.Ask;
using Assistant.Core.Replies;
using Assistant.Tests.Fakes;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;

namespace Assistant.Tests.Ask;

public sealed class AskServiceTests
{
    private static readonly Question Safe = new("Is it thread-safe?", "int x;", "C#");

    private readonly ManualTime _time = new();

    [Fact]
    public async Task A_question_is_one_call_of_at_most_300_tokens_with_the_code_above_it()
    {
        var model = new ScriptedModel(["No."]);

        var reply = await AnswerAsync(model, (ask, reply) => ask.AnswerAsync(Safe, reply, CancellationToken.None));

        var call = Assert.Single(model.Calls);
        Assert.Equal((false, 300), (call.IsStreamed, call.Options!.MaxOutputTokens));
        Assert.Equal(ChatRole.System, call.Messages[0].Role);
        Assert.Equal("Given this code:\n\n```csharp\nint x;\n```\n\nIs it thread-safe?", call.Messages[1].Text);
        Assert.Equal("No.", reply.Text);
    }

    [Theory]
    [InlineData("expert coding assistant")]
    [InlineData("concisely and precisely")]
    public async Task The_model_is_told_who_it_is(string promise)
    {
        var model = new ScriptedModel(["No."]);

        await AnswerAsync(model, (ask, reply) => ask.AnswerAsync(Safe, reply, CancellationToken.None));

        Assert.Contains(promise, model.Calls[0].Messages[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_rest_of_a_cut_answer_is_streamed_without_a_limit()
    {
        var model = new ScriptedModel(["because it has no lock."]);

        var reply = await AnswerAsync(model, (ask, reply) => ask.ContinueAsync(Safe, "No, ", reply, CancellationToken.None));

        var call = Assert.Single(model.Calls);
        Assert.Equal((true, null), (call.IsStreamed, call.Options!.MaxOutputTokens));
        Assert.Equal("No, ", call.Messages[2].Text);
        Assert.Equal("No, because it has no lock.", reply.Text);
    }

    private async Task<Reply> AnswerAsync(ScriptedModel model, Func<AskService, Reply, Task> answer)
    {
        await using var services = TestServices.Create(model, _time);
        await using var scope = services.CreateAsyncScope();
        var reply = new Reply(_time);
        await answer(scope.ServiceProvider.GetRequiredService<AskService>(), reply);
        return reply;
    }
}
