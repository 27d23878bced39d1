using Assistant.Core.CSharp;

namespace Assistant.Tests.CSharp;

[Collection(EngineTests.Name)]
public sealed class UnknownTypesTests(WarmEngine engine)
{
    [Fact]
    public async Task A_field_of_an_unknown_type_becomes_readonly_like_any_other()
    {
        var refactored = await engine.RefactorAsync("""
            class Job
            {
                private Store _store = new Store("main");

                public object All() => _store.All();
            }
            """);

        Assert.Contains("private readonly Store _store = new(\"main\");", refactored.Code);
        Assert.Equal(2, refactored.ErrorCount);
    }

    [Fact]
    public async Task Unknown_attributes_exceptions_and_interfaces_do_not_stand_in_the_way()
    {
        var refactored = await engine.RefactorAsync("""
            [Tagged("x")]
            class Job : Base, IJob
            {
                private int _count = 1;

                public int Count(bool fail)
                {
                    if (fail == true) throw new JobException("failed");
                    return _count;
                }
            }
            """);

        Assert.Contains("private readonly int _count = 1;", refactored.Code);
        Assert.Contains("if (fail)", refactored.Code);
        Assert.DoesNotContain("params", refactored.Code);
    }

    [Fact]
    public async Task A_test_for_null_stays_where_an_unknown_type_may_have_operators_of_its_own()
    {
        const string code = "class Player\n{\n    void Move(Body body)\n    {\n        if (body != null)\n        {\n            body.Push();\n        }\n    }\n}\n";

        Assert.Equal(code, (await engine.RefactorAsync(code)).Code);
    }

    [Fact]
    public async Task A_safe_refactoring_supposes_nothing_about_unknown_types()
    {
        const string code = "class Job\n{\n    private Store _store = new Store();\n\n    public object All() => _store.All();\n}\n";

        Assert.Equal(code, (await engine.RefactorAsync(code, new RuleFilter { SafeOnly = true })).Code);
    }

    [Fact]
    public async Task A_using_directive_nobody_pasted_is_supposed_and_never_written()
    {
        var refactored = await engine.RefactorAsync("class A\n{\n    private StringBuilder _text = new StringBuilder();\n\n    public void Add() => _text.Append(\"x\");\n}\n");

        Assert.Equal("class A\n{\n    private readonly StringBuilder _text = new();\n\n    public void Add() => _text.Append('x');\n}\n", refactored.Code);
    }
}
