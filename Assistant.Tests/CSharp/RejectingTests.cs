using Assistant.Core.CSharp;

namespace Assistant.Tests.CSharp;

[Collection(EngineTests.Name)]
public sealed class RejectingTests(WarmEngine engine)
{
    private const string Code = """
        using System.Text;

        class Counter
        {
            private int _start = 1;
            private int _step = 2;

            public int Next(bool far)
            {
                if (far == true) return _start + _step;
                return _start;
            }
        }
        """;

    [Fact]
    public async Task A_rejected_change_is_not_made_and_the_others_are()
    {
        var all = await engine.RefactorAsync(Code);
        var rejected = all.Changes.Single(change => change is { Id: "IDE0044", Line: 6 });

        var rest = await engine.RefactorAsync(Code, Without(rejected));

        Assert.Contains("private readonly int _start = 1;", rest.Code);
        Assert.Contains("private int _step = 2;", rest.Code);
        Assert.Equal(all.Changes.Remove(rejected), rest.Changes.AsEnumerable());
        Assert.True(rest.IsFinished);
    }

    [Fact]
    public async Task Every_change_can_be_rejected_by_itself()
    {
        var all = await engine.RefactorAsync(Code);

        foreach (var change in all.Changes)
        {
            Assert.DoesNotContain(change, (await engine.RefactorAsync(Code, Without(change))).Changes);
        }
    }

    [Fact]
    public async Task With_every_change_rejected_the_code_stays_as_it_was()
    {
        var all = await engine.RefactorAsync(Code);

        var none = await engine.RefactorAsync(Code, Without([.. all.Changes]));

        Assert.Equal(Code, none.Code);
        Assert.Empty(none.Changes);
    }

    [Fact]
    public async Task A_change_in_many_places_is_rejected_as_a_whole()
    {
        var refactored = await engine.RefactorAsync(Code, new RuleFilter { Rejected = [("IDE0005", 1)] });

        Assert.Contains("using System.Text;", refactored.Code);
        Assert.DoesNotContain(refactored.Changes, change => change.Id == "IDE0005");
    }

    [Fact]
    public async Task A_safe_refactoring_keeps_to_rules_that_cannot_change_what_the_code_does()
    {
        const string code = "class A { string Name { get; set; } string F() { if (Name != null) { return Name; } int n = 0; n = n + 1; return Name != null ? Name : \"\"; } }";

        var safe = await engine.RefactorAsync(code, new RuleFilter { SafeOnly = true });

        var unsafeRules = StockRules.All.Where(rule => !rule.IsSafe).Select(rule => rule.Id).ToHashSet();
        Assert.DoesNotContain(safe.Changes, change => unsafeRules.Contains(change.Id));
        Assert.Contains("Name != null ? Name", safe.Code);
        Assert.DoesNotContain("Name != null ? Name", (await engine.RefactorAsync(code)).Code);
    }

    private static RuleFilter Without(params CodeChange[] changes) => new() { Rejected = [.. changes.Select(change => (change.Id, change.Line))] };
}
