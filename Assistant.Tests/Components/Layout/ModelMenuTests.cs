using Assistant.Core.Model;
using Assistant.Web.Components.Layout;
using Bunit;

namespace Assistant.Tests.Components.Layout;

public sealed class ModelMenuTests : BunitContext
{
    private static readonly ModelLabel InUse = new("big", "Cerebras", Answers: true);

    private readonly List<string?> _chosen = [];

    public ModelMenuTests() => JSInterop.Mode = JSRuntimeMode.Loose;

    [Fact]
    public void The_button_is_named_Model_and_described_by_the_model_in_use()
    {
        var button = Menu(InUse).Find("button.chip");

        Assert.Equal(("Model", "model-in-use"), (button.GetAttribute("aria-label"), button.GetAttribute("aria-describedby")));
        Assert.Equal("big Cerebras", button.QuerySelector("#model-in-use")!.TextContent);
        Assert.Equal("fine", button.QuerySelector(".dot")!.GetAttribute("data-state"));
    }

    [Fact]
    public void The_endpoint_s_models_the_engine_and_the_settings_stand_in_it_with_the_one_in_use_checked()
    {
        var menu = Menu(InUse, "small", "big");

        Assert.Equal(["small", "big", "Built-in engine", "Settings"], menu.FindAll("[role^=menuitem]").Select(item => item.TextContent));
        Assert.Equal("big", menu.Find("[aria-checked=true]").TextContent);
    }

    [Fact]
    public void A_model_in_use_that_the_endpoint_does_not_list_comes_first() =>
        Assert.Equal("big", Menu(InUse, "small").Find("[role^=menuitem]").TextContent);

    [Fact]
    public void The_built_in_engine_is_checked_while_it_answers() =>
        Assert.Equal("Built-in engine", Menu(new ModelLabel("Built-in engine", null, Answers: true), "small").Find("[aria-checked=true]").TextContent);

    [Fact]
    public void An_endpoint_that_gives_no_answer_is_shown_so_and_is_no_choice()
    {
        var menu = Menu(new ModelLabel("No answer", "Cerebras", Answers: false));

        Assert.Equal("silent", menu.Find(".dot").GetAttribute("data-state"));
        Assert.Equal(["Built-in engine", "Settings"], menu.FindAll("[role^=menuitem]").Select(item => item.TextContent));
    }

    [Fact]
    public void A_choice_is_handed_on_by_name_and_the_engine_as_none()
    {
        var menu = Menu(InUse, "small");

        menu.FindAll("[role=menuitemradio]")[1].Click();
        menu.FindAll("[role=menuitemradio]")[2].Click();

        Assert.Equal(["small", null], _chosen);
    }

    [Fact]
    public void What_is_left_for_the_key_is_said()
    {
        var left = new RateLimits([new RateLimit("tokens a minute", 60_000, 59_000, null)], DateTimeOffset.UnixEpoch);

        var menu = Render<ModelMenu>(parameters => parameters.Add(menu => menu.InUse, InUse).Add(menu => menu.Models, []).Add(menu => menu.Left, left));

        Assert.Equal("Left for this key, as of its last answer: 59,000 of 60,000 tokens a minute.", menu.Find(".left").TextContent);
        Assert.Empty(Menu(InUse).FindAll(".left"));
    }

    [Fact]
    public void Who_may_not_choose_is_offered_no_model() => Assert.Equal(
        ["Settings"],
        Render<ModelMenu>(parameters => parameters.Add(menu => menu.InUse, InUse).Add(menu => menu.Models, ["small"]))
            .FindAll("[role^=menuitem]").Select(item => item.TextContent));

    private IRenderedComponent<ModelMenu> Menu(ModelLabel inUse, params string[] models) => Render<ModelMenu>(parameters => parameters
        .Add(menu => menu.InUse, inUse)
        .Add(menu => menu.Models, models)
        .Add(menu => menu.CanChange, true)
        .Add(menu => menu.OnChoose, _chosen.Add));
}
