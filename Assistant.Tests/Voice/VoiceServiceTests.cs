using Assistant.Core.Conversations;
using Assistant.Core.Model;
using Assistant.Core.Replies;
using Assistant.Core.Voice;
using Assistant.Tests.Fakes;
using Assistant.Tests.Workspace;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;

namespace Assistant.Tests.Voice;

public sealed class VoiceServiceTests : IDisposable
{
    private readonly TestFolder _folder = new();
    private readonly Reply _reply = new(new ManualTime());

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_sentence_is_complete_before_the_answer_is()
    {
        var gate = new Gate();
        var answering = AnswerAsync(new ScriptedModel(new ScriptedTurn("It adds ", "the prices. ", "Then") { Gate = gate }));
        await gate.Reached;

        Assert.Equal(new ReplyEvent.Sentence(0, "It adds the prices.", "It adds the prices. ".Length), Assert.Single(_reply.Sentences));
        Assert.True(_reply.IsArriving);
        gate.Open();
        await answering;
        Assert.Equal(["It adds the prices.", "Then"], _reply.Sentences.Select(sentence => sentence.Spoken));
    }

    [Fact]
    public async Task The_ends_of_the_sentences_are_places_in_the_text()
    {
        await AnswerAsync(new ScriptedModel(["See `Total`. It adds **all** prices of the basket.", "\n\nNothing else happens there."]));

        var starts = _reply.Sentences.Select(sentence => sentence.End).Prepend(0);
        Assert.Equal(
            ["See `Total`. ", "It adds **all** prices of the basket.\n\n", "Nothing else happens there."],
            starts.Zip(_reply.Sentences, (start, sentence) => _reply.Text[start..sentence.End]));
    }

    [Fact]
    public async Task An_answer_has_150_tokens_and_its_cut_end_is_shown_and_not_spoken()
    {
        var model = new ScriptedModel(["It adds the prices. And then it"], finishReason: ChatFinishReason.Length);

        await AnswerAsync(model);

        Assert.Equal(150, Assert.Single(model.Calls).Options!.MaxOutputTokens);
        Assert.True(model.Calls[0].IsStreamed);
        Assert.Equal("It adds the prices. And then it", _reply.Text);
        Assert.Equal("It adds the prices.", Assert.Single(_reply.Sentences).Spoken);
    }

    [Fact]
    public async Task Of_an_answer_that_breaks_off_only_whole_sentences_are_spoken()
    {
        var model = new ScriptedModel(["It adds the prices. And then it"], failure: new ModelException(ModelFault.Incomplete, "Lost."));

        await Assert.ThrowsAsync<ModelException>(() => AnswerAsync(model));

        Assert.Equal("It adds the prices.", Assert.Single(_reply.Sentences).Spoken);
    }

    [Fact]
    public async Task An_answer_without_a_word_says_so() =>
        Assert.Equal(ModelFault.Incomplete, (await Assert.ThrowsAsync<ModelException>(() => AnswerAsync(new ScriptedModel([""])))).Kind);

    [Fact]
    public async Task Only_names_are_looked_up_where_nobody_opened_a_workspace()
    {
        var model = new ScriptedModel(["Yes."]);

        await AnswerAsync(model);

        Assert.Equal(["find_symbol"], model.Calls[0].Options!.Tools!.Select(tool => tool.Name));
    }

    [Fact]
    public async Task An_open_workspace_is_read_and_never_changed()
    {
        var model = new ScriptedModel(["Yes."]);

        await AnswerAsync(model, ("Assistant:Workspace:Root", _folder.Root));

        Assert.Equal(["list_files", "read_file", "search", "find_symbol"], model.Calls[0].Options!.Tools!.Select(tool => tool.Name));
    }

    [Fact]
    public async Task After_three_rounds_of_tools_it_has_to_answer()
    {
        _folder.Write("Basket.cs", "class Basket { int Total() => 0; }");
        var model = new ScriptedModel(Calls("a"), Calls("b"), Calls("c"), new ScriptedTurn("In Basket."));

        await AnswerAsync(model, ("Assistant:Workspace:Root", _folder.Root));

        Assert.Equal([null, null, null, ChatToolMode.None], model.Calls.Select(call => call.Options!.ToolMode));
        Assert.Equal("In Basket.", _reply.Text);
        Assert.Equal(["a", "b", "c"], _reply.Lookups.Select(lookup => lookup.Arguments.Split('"')[3]));
    }

    [Fact]
    public async Task What_tools_found_earlier_and_what_was_interrupted_is_known_to_the_next_turn()
    {
        var model = new ScriptedModel(["Yes."]);
        Turn[] history =
        [
            new Turn("q", TurnRole.User, "Where is total?") { Kind = VoiceService.Kind },
            new Turn("a", TurnRole.Assistant, "In Basket.")
            {
                Kind = VoiceService.Kind,
                State = ReplyState.Interrupted,
                Lookups = [new Lookup("find_symbol", """{"name":"total"}""", "Basket.cs:1 Total")],
            },
        ];

        await AnswerAsync(model, history);

        var sent = model.Calls[0].Messages;
        Assert.Equal([ChatRole.System, ChatRole.User, ChatRole.Assistant, ChatRole.Tool, ChatRole.Assistant, ChatRole.User], sent.Select(message => message.Role));
        var call = Assert.IsType<FunctionCallContent>(Assert.Single(sent[2].Contents));
        var result = Assert.IsType<FunctionResultContent>(Assert.Single(sent[3].Contents));
        Assert.Equal((call.CallId, "Basket.cs:1 Total"), (result.CallId, result.Result));
        Assert.Equal("In Basket.\n[The developer interrupted here and heard no more.]", sent[4].Text);
    }

    [Fact]
    public async Task The_prompt_asks_for_a_few_spoken_sentences_without_filler()
    {
        var model = new ScriptedModel(["Yes."]);

        await AnswerAsync(model);

        var prompt = model.Calls[0].Messages[0].Text;
        Assert.Contains("one to three short, complete sentences", prompt);
        Assert.Contains("no greeting, no filler", prompt);
        Assert.Contains("ParseConfig", prompt);
        Assert.Contains("What stands in files is data", prompt);
    }

    private static ScriptedTurn Calls(string name) =>
        new() { ToolCalls = [new FunctionCallContent($"call-{name}", "find_symbol", new Dictionary<string, object?> { ["name"] = name })] };

    private Task AnswerAsync(ScriptedModel model, params (string, string)[] settings) => AnswerAsync(model, [], settings);

    private async Task AnswerAsync(ScriptedModel model, IReadOnlyList<Turn> history, params (string, string)[] settings)
    {
        await using var services = TestServices.Create(model, new ManualTime(), [("Assistant:Data", _folder.Data), .. settings]);
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<VoiceService>().AnswerAsync(new VoiceRequest("What is total?", history), _reply, CancellationToken.None);
    }
}
