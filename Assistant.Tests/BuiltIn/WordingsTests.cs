using Assistant.Core.BuiltIn;

namespace Assistant.Tests.BuiltIn;

public sealed class WordingsTests
{
    [Theory]
    [InlineData("rename Total to Sum")]
    [InlineData("Please rename the method `Total` to `Sum`.")]
    [InlineData("Could you rename Total() into Sum?")]
    [InlineData("change the name of Total to Sum")]
    [InlineData("call Total Sum instead")]
    [InlineData("Total should be called Sum")]
    [InlineData("give Total the name Sum")]
    [InlineData("I want Total to be named Sum please")]
    public void A_rename_has_two_names(string request)
    {
        var asked = Wordings.In(request)[0];

        Assert.Equal((Topic.Rename, "Total", "Sum"), (asked.Topic, asked.Name, asked.NewName));
    }

    [Theory]
    [InlineData("who calls Total?", "Total")]
    [InlineData("Who is calling `Basket.Total`", "Basket.Total")]
    [InlineData("where is Total used", "Total")]
    [InlineData("Where do we use the Total method?", "Total")]
    [InlineData("usages of Total", "Total")]
    [InlineData("find all references to Total", "Total")]
    [InlineData("show me the callers of Total in Basket", "Basket.Total")]
    [InlineData("which methods use _orders", "_orders")]
    [InlineData("is Helper ever used?", "Helper")]
    [InlineData("how often is Total called", "Total")]
    public void Uses_are_asked_for_by_name(string request, string name) => AssertNamed(Topic.Uses, name, request);

    [Theory]
    [InlineData("where is Total?", "Total")]
    [InlineData("Where's the order cache declared?", "order cache")]
    [InlineData("find Total", "Total")]
    [InlineData("which line has Total", "Total")]
    [InlineData("In which file is Basket?", "Basket")]
    [InlineData("go to \"Total\"", "Total")]
    [InlineData("is there a method called Total?", "Total")]
    [InlineData("definition of Basket", "Basket")]
    [InlineData("where can I find the class Basket in this project", "Basket")]
    public void A_place_is_asked_for_by_name(string request, string name) => AssertNamed(Topic.Place, name, request);

    [Theory]
    [InlineData("what does Total do?", "Total")]
    [InlineData("explain Total", "Total")]
    [InlineData("How does the Total method work?", "Total")]
    [InlineData("tell me about Basket", "Basket")]
    [InlineData("what is `_orders` for?", "_orders")]
    [InlineData("describe Basket.Total", "Basket.Total")]
    public void A_member_is_explained_by_name(string request, string name) => AssertNamed(Topic.Member, name, request);

    [Theory]
    [InlineData(Topic.Description, "", "describe", "Explain this code", "what does this do?", "tell me about it", "summarise the code please",
        "What am I looking at?")]
    [InlineData(Topic.Errors, "Does it compile?", "any errors?", "why does it not compile", "will this build", "Is it valid C#?", "what does CS1002 mean here")]
    [InlineData(Topic.Problems, "what's wrong with it?", "are there any bugs", "does this work?", "is it safe to run", "any problems here?",
        "why is it broken")]
    [InlineData(Topic.Complexity, "How complex is it?", "which method is the worst", "is it hard to follow?", "cyclomatic complexity",
        "what is the longest method", "is this too complicated")]
    [InlineData(Topic.Async, "Is this async code safe?", "any missing awaits or await problems", "can it deadlock", "are all tasks awaited?",
        "is there fire and forget", "threading problems?")]
    [InlineData(Topic.Disposal, "any leaks?", "is everything disposed", "does it leak", "are resources released", "what should be disposed?",
        "is it closed properly")]
    [InlineData(Topic.Nulls, "can this be null?", "where can I get a NullReferenceException", "nullability", "any nulls?", "is it null safe",
        "null reference problems?")]
    [InlineData(Topic.Unused, "is there anything unused?", "any dead code", "what can I delete?", "is everything used", "unreachable code?",
        "what is never called")]
    [InlineData(Topic.Changes, "what would you change?", "how could this be improved", "any suggestions?", "please review this", "anything to simplify?",
        "what do you think", "is this code good?")]
    [InlineData(Topic.Refactoring, "refactor this", "please clean it up", "simplify", "make it better", "tidy up", "modernize the code")]
    [InlineData(Topic.Declarations, "what does it declare?", "list the methods", "which classes are there", "give me an outline",
        "what properties does it have", "structure?")]
    [InlineData(Topic.Dependencies, "what are its dependencies", "what does it depend on", "which namespaces are used", "what does this use?",
        "which libraries does it need", "list the usings")]
    [InlineData(Topic.Tests, "run the tests", "do the tests pass?", "please run all tests", "are all tests green", "execute my tests",
        "check that the tests pass")]
    [InlineData(Topic.Help, "help", "hello", "what can you do?", "who are you", "how do I connect a model?", "what can I ask")]
    public void Everything_else_is_asked_in_several_wordings(Topic topic, params string[] requests) =>
        Assert.All(requests, request => Assert.Equal(topic, Wordings.In(request).First(reading => reading.Name is null).Topic));

    [Theory]
    [InlineData("write a test for Total")]
    [InlineData("please generate a controller")]
    [InlineData("Could you translate this to Python?")]
    [InlineData("add a method that counts errors")]
    [InlineData("implement IDisposable")]
    [InlineData("can you write me some docs")]
    public void To_write_something_new_is_for_a_model(string request) => Assert.Equal([Topic.Other], Wordings.In(request).Select(reading => reading.Topic));

    [Theory]
    [InlineData("why is the sky blue")]
    [InlineData("qwertz uiop")]
    [InlineData("???")]
    public void What_is_not_understood_has_no_reading(string request) => Assert.Empty(Wordings.In(request));

    [Theory]
    [InlineData("Use file-scoped namespaces everywhere", "IDE0161")]
    [InlineData("convert to file scoped namespaces", "IDE0161")]
    [InlineData("please apply IDE0044", "IDE0044")]
    [InlineData("remove unused usings", "IDE0005")]
    [InlineData("add braces", "IDE0011")]
    [InlineData("make fields readonly across the workspace", "IDE0044")]
    public void A_rule_is_applied_by_its_name(string request, string rule)
    {
        var asked = Assert.Single(Wordings.In(request));

        Assert.Equal(Topic.Refactoring, asked.Topic);
        Assert.Contains(rule, asked.Rules);
    }

    [Fact]
    public void A_question_that_mentions_a_rule_applies_nothing() =>
        Assert.All(Wordings.In("what does readonly mean?"), reading => Assert.Empty(reading.Rules));

    [Fact]
    public void A_long_text_is_read_at_both_ends_only()
    {
        var noise = string.Join('\n', Enumerable.Repeat("2026-11-21 nothing to see, move along", 5_000));

        Assert.Equal(Topic.Rename, Wordings.In($"{noise}\nrename Total to Sum")[0].Topic);
    }

    private static void AssertNamed(Topic topic, string name, string request)
    {
        var asked = Wordings.In(request)[0];

        Assert.Equal((topic, name), (asked.Topic, asked.Name));
    }
}
