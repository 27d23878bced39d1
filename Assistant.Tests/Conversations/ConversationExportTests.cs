using Assistant.Core;
using Assistant.Core.Conversations;
using Assistant.Core.Replies;
using Assistant.Tests.Fakes;

namespace Assistant.Tests.Conversations;

public sealed class ConversationExportTests
{
    private static readonly Turn Question = new("1", TurnRole.User, "Is it safe?") { Kind = "ask", Code = "var a = \"```\";\n````\n", Language = "C#" };
    private static readonly Turn Answer = new("2", TurnRole.Assistant, "No") { After = "1", Kind = "ask", State = ReplyState.Streaming, ReplyId = "r" };
    private static readonly Turn Other = new("3", TurnRole.Assistant, "Yes.") { After = "1", Kind = "ask" };

    private readonly MemoryConversationStore _store = new(new ManualTime());

    [Fact]
    public void Markdown_holds_the_open_branch_with_its_code() => Assert.Equal(
        """
        # Safety

        ## You

        Is it safe?

        `````c#
        var a = "```";
        ````
        `````

        ## Assistant

        No

        *(This answer is not complete.)*

        """,
        new ConversationExport("Safety", [Question, Answer, Other], "2").ToMarkdown(),
        ignoreLineEndingDifferences: true);

    [Fact]
    public async Task JSON_brings_every_branch_back_and_nothing_arrives_any_more()
    {
        var json = new ConversationExport("Safety", [Question, Answer, Other], "2").ToJson();

        var id = await ConversationExport.Read(json)!.KeepAsync(_store, Owner.Local, CancellationToken.None);

        var conversation = (await _store.FindAsync(Owner.Local, id, CancellationToken.None))!;
        Assert.Equal(("Safety", "2"), (conversation.Title, conversation.Head));
        Assert.Equal([Question, Answer with { State = ReplyState.Interrupted, ReplyId = null }, Other], conversation.Turns);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("nonsense")]
    [InlineData("""{"title":"a"}""")]
    [InlineData("""{"title":"a","turns":[null]}""")]
    [InlineData("""{"title":"a","turns":[{"id":"1"}]}""")]
    [InlineData("""{"title":"a","turns":[{"id":"1","role":"user","text":"a","kind":"chat"},{"id":"1","role":"user","text":"b","kind":"chat"}]}""")]
    public void Anything_else_is_not_read(string text) => Assert.Null(ConversationExport.Read(text));
}
