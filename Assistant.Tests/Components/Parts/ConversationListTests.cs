using AngleSharp.Dom;
using Assistant.Core.Conversations;
using Assistant.Web.Components.Parts;
using Bunit;

namespace Assistant.Tests.Components.Parts;

public sealed class ConversationListTests : BunitContext
{
    private static readonly ConversationSummary[] Two = [Summary("b", "Is it safe?"), Summary("a", "Write a <list>")];

    [Fact]
    public void Every_conversation_is_a_link_in_the_given_order()
    {
        var list = Show(Two);

        list.One("navigation", "Conversations");
        Assert.Equal([("c/b", "Is it safe?"), ("c/a", "Write a <list>")], Conversations(list).Select(link => (link.GetAttribute("href"), link.AccessibleName())));
    }

    [Fact]
    public void The_open_one_is_marked()
    {
        var list = Render<ConversationList>(parameters => parameters.Add(list => list.Conversations, Two).Add(list => list.Current, "a"));

        Assert.Equal([null, "page"], Conversations(list).Select(link => link.GetAttribute("aria-current")));
    }

    [Fact]
    public void What_is_typed_is_searched_for_as_it_is_typed()
    {
        var queries = new List<string>();
        var list = Render<ConversationList>(parameters => parameters.Add(list => list.Conversations, Two).Add(list => list.QueryChanged, queries.Add));

        list.One("searchbox", "Search conversations").Input("saf");
        list.One("searchbox", "Search conversations").Input("");

        Assert.Equal(["saf", ""], queries);
    }

    [Theory]
    [InlineData("", "What you ask and chat about is listed here.")]
    [InlineData("unheard of", "Nothing found.")]
    public void An_empty_list_says_why(string query, string sentence)
    {
        var list = Render<ConversationList>(parameters => parameters.Add(list => list.Conversations, []).Add(list => list.Query, query));

        Assert.Equal(sentence, list.Find("p").TextContent);
    }

    [Fact]
    public async Task A_new_conversation_is_one_press_away()
    {
        var isNew = false;
        var list = Render<ConversationList>(parameters => parameters.Add(list => list.Conversations, []).Add(list => list.OnNew, () => isNew = true));

        await list.PressAsync("New conversation");

        Assert.True(isNew);
    }

    [Fact]
    public void The_settings_are_one_press_away() => Assert.Equal("settings", Show(Two).One("link", "Settings").GetAttribute("href"));

    private static IEnumerable<IElement> Conversations(IRenderedComponent<ConversationList> list) =>
        list.All("link").Where(link => link.ParentElement!.ClassName == "row");

    private static ConversationSummary Summary(string id, string title) => new(id, title, DateTimeOffset.UnixEpoch);

    private IRenderedComponent<ConversationList> Show(IReadOnlyList<ConversationSummary> conversations) =>
        Render<ConversationList>(parameters => parameters.Add(list => list.Conversations, conversations));
}
