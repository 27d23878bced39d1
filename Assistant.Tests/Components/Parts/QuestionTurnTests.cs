using Assistant.Core.Ask;
using Assistant.Core.Conversations;
using Assistant.Web.Components.Parts;
using Bunit;

namespace Assistant.Tests.Components.Parts;

public sealed class QuestionTurnTests : BunitContext
{
    [Fact]
    public void A_question_is_an_article_of_yours_with_the_words_as_they_were_typed()
    {
        var question = Show(Asked("Is <b>this</b> *safe*?"));

        var article = question.One("article", "You");
        Assert.Equal("question", article.Id);
        Assert.Equal("Is <b>this</b> *safe*?", article.TextContent.Trim());
    }

    [Theory]
    [InlineData("var a = 1;", "C#", "C#, 1 line")]
    [InlineData("a = 1\nb = 2\n\n", "Python", "Python, 2 lines")]
    [InlineData("a\r\nb\r\nc", null, "Code, 3 lines")]
    public void The_code_it_is_about_is_folded_away_under_its_language_and_length(string code, string? language, string title)
    {
        var question = Show(Asked("Is it safe?") with { Code = code, Language = language });

        Assert.False(question.Find("details").HasAttribute("open"));
        Assert.Equal(title, question.Find("summary").TextContent);
        Assert.Equal(code.ReplaceLineEndings(), question.Find("code").TextContent.ReplaceLineEndings());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void A_question_without_code_has_nothing_folded(string? code) => Assert.Empty(Show(Asked("Why?") with { Code = code }).FindAll("details"));

    private static Turn Asked(string text) => new("question", TurnRole.User, text) { Kind = AskService.Kind };

    private IRenderedComponent<QuestionTurn> Show(Turn turn) => Render<QuestionTurn>(parameters => parameters.Add(question => question.Item, new TurnItem(turn)));
}
