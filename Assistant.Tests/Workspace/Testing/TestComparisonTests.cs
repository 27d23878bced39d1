using Assistant.Core.Workspace.Testing;

namespace Assistant.Tests.Workspace.Testing;

public sealed class TestComparisonTests
{
    private static readonly TestRun Green = Run(passed: ["Adds", "Counts"]);

    [Fact]
    public void What_passed_before_and_passes_now_is_verified() => Assert.True(Compare(Green, Green).IsVerified);

    [Fact]
    public void What_passed_before_and_fails_now_is_not()
    {
        var comparison = Compare(Green, Run(passed: ["Adds"], failed: ["Counts"]));

        Assert.Equal("Counts", Assert.Single(comparison.NewlyFailed).Name);
        Assert.False(comparison.IsVerified);
    }

    [Fact]
    public void What_failed_before_may_fail_still()
    {
        var comparison = Compare(Run(passed: ["Adds"], failed: ["Counts"]), Run(passed: ["Adds"], failed: ["Counts"]));

        Assert.Equal(["Counts"], comparison.FailedBefore);
        Assert.True(comparison.IsVerified);
    }

    [Fact]
    public void Without_a_baseline_no_failure_is_excused() =>
        Assert.False(TestComparison.Between(null, Run(passed: ["Adds"], failed: ["Counts"]), []).IsVerified);

    [Fact]
    public void A_baseline_that_did_not_build_excuses_none_either() =>
        Assert.False(Compare(Green with { Results = null, ExitCode = 1 }, Run(passed: ["Adds"], failed: ["Counts"])).IsVerified);

    [Fact]
    public void A_run_that_failed_without_saying_where_proves_nothing() => Assert.False(Compare(Green, Green with { ExitCode = 1 }).IsVerified);

    [Fact]
    public void A_run_in_which_no_test_ran_proves_nothing() => Assert.False(Compare(Run(passed: []), Run(passed: [])).IsVerified);

    [Fact]
    public void A_run_that_cannot_be_counted_proves_nothing() => Assert.False(Compare(Green, Green with { Results = null }).IsVerified);

    [Theory]
    [InlineData(TestRunEnd.TimedOut)]
    [InlineData(TestRunEnd.WroteTooMuch)]
    public void A_run_that_was_ended_proves_nothing(TestRunEnd end) => Assert.False(Compare(Green, Green with { End = end }).IsVerified);

    [Fact]
    public void A_test_that_is_skipped_now_is_told()
    {
        var comparison = Compare(Green, Run(passed: ["Adds"], skipped: ["Counts"]));

        Assert.Equal(["Counts"], comparison.NewlySkipped);
        Assert.False(comparison.IsVerified);
    }

    [Fact]
    public void Fewer_tests_than_before_are_told()
    {
        var comparison = Compare(Green, Run(passed: ["Adds"]));

        Assert.Equal((1, "Counts"), (comparison.Fewer, Assert.Single(comparison.Missing)));
        Assert.False(comparison.IsVerified);
    }

    [Fact]
    public void A_renamed_test_is_told_and_is_no_fault()
    {
        var comparison = Compare(Green, Run(passed: ["Adds", "Sums"]));

        Assert.Equal(["Counts"], comparison.Missing);
        Assert.True(comparison.IsVerified);
    }

    [Theory]
    [InlineData("BasketTests.cs", "[Fact] void A() { }", "[Fact(Skip = \"later\")] void A() { }")]
    [InlineData("BasketTests.cs", "[Fact] void A() { }", "[Fact(\n    DisplayName = \"A\",\n    Skip = \"later\")] void A() { }")]
    [InlineData("BasketTests.cs", "[Test] void A() { }", "[Test, Ignore(\"later\")] void A() { }")]
    [InlineData("BasketTests.cs", "[TestMethod] void A() { }", "[Ignore] [TestMethod] void A() { }")]
    [InlineData("basket.test.js", "it('adds', f)", "it.skip('adds', f)")]
    [InlineData("basket.test.js", "it('adds', f)\nit('counts', f)", "it.only('adds', f)\nit('counts', f)")]
    [InlineData("basket.spec.ts", "it('adds', f)", "xit('adds', f)")]
    [InlineData("test_basket.py", "def test_a(): pass", "@pytest.mark.skip\ndef test_a(): pass")]
    [InlineData("test_basket.py", "def test_a(self): pass", "@unittest.skip('later')\ndef test_a(self): pass")]
    [InlineData("basket_test.go", "func TestA(t *testing.T) { }", "func TestA(t *testing.T) { t.Skip() }")]
    [InlineData("src/lib.rs", "#[test] fn a() {}", "#[test] #[ignore] fn a() {}")]
    public void A_test_that_is_newly_set_aside_is_found_in_the_text(string path, string before, string after)
    {
        var comparison = Compare(Green, Green, new TouchedFile(path, before, after));

        Assert.Equal([path], comparison.SkippingFiles);
        Assert.False(comparison.IsVerified);
    }

    [Theory]
    [InlineData("src/Basket.cs", "var page = all.Take(5);", "var page = all.Skip(5).Take(5); int Skip => 3;")]
    [InlineData("BasketTests.cs", "[Fact(Skip = \"slow\")] void A() { }\n[Fact] void B() { }", "[Fact] void B() { }\n[Fact(Skip = \"slow\")] void A() { }")]
    public void What_was_set_aside_already_or_only_sounds_like_it_is_not_told(string path, string before, string after) =>
        Assert.Empty(Compare(Green, Green, new TouchedFile(path, before, after)).SkippingFiles);

    [Theory]
    [InlineData("Shop.Tests/Basket.cs", "[Fact] void A() { Assert.Equal(2, sum); Assert.True(isPaid); }", "[Fact] void A() { Assert.True(isPaid); }")]
    [InlineData("Shop.Tests/Basket.cs", "[InlineData(1)]\n[InlineData(2)]", "[InlineData(1)]")]
    [InlineData("tests/basket.py", "def test_a():\n    assert total() == 2", "def test_a():\n    pass")]
    [InlineData("basket.spec.ts", "it('adds', () => { expect(total()).toBe(2) })", "it('adds', () => { })")]
    [InlineData("BasketTests.cs", "[Fact] void A() { Assert.True(isPaid); }", null)]
    public void A_test_file_that_checks_less_is_told(string path, string before, string? after)
    {
        var comparison = Compare(Green, Green, new TouchedFile(path, before, after));

        Assert.Equal([path], comparison.WeakenedFiles);
        Assert.False(comparison.IsVerified);
    }

    [Theory]
    [InlineData("BasketTests.cs", "Assert.Equal(2, basket.Calc());", "Assert.Equal(2, basket.Total());", true)]
    [InlineData("src/Latest.cs", "Assert.NotNull(a);", "", false)]
    [InlineData("contest.js", "expect(1)", "", false)]
    [InlineData("NewTests.cs", null, "Assert.True(true);", false)]
    public void An_edited_test_file_is_told_and_is_no_fault_by_itself(string path, string? before, string after, bool isTold)
    {
        var comparison = Compare(Green, Green, new TouchedFile(path, before, after));

        Assert.Equal(isTold ? [path] : [], comparison.EditedTestFiles);
        Assert.True(comparison.IsVerified);
    }

    [Fact]
    public void What_broke_something_is_worse_than_before()
    {
        var (red, unbuilt) = (Run(passed: ["Adds"], failed: ["Counts"]), Green with { Results = null, ExitCode = 1 });

        Assert.All([Compare(Green, red), Compare(Green, unbuilt), Compare(red, unbuilt), Compare(Green, Green with { End = TestRunEnd.TimedOut })], found => Assert.True(found.IsWorse));
        Assert.All([Compare(Green, Green), Compare(red, red), Compare(unbuilt, unbuilt), Compare(Green, Run(passed: ["Adds"]))], found => Assert.False(found.IsWorse));
    }

    [Fact]
    public void Tests_that_could_be_counted_neither_before_nor_now_tell_nothing()
    {
        var (uncounted, none) = (Green with { Results = null }, Run(passed: []) with { ExitCode = 5 });

        Assert.All([Compare(uncounted, uncounted), Compare(none, none)], found => Assert.True(found.TellsNothing));
        Assert.All(
            [Compare(Green, uncounted), Compare(Green, none), Compare(uncounted, uncounted with { ExitCode = 1 }), Compare(uncounted, uncounted, new TouchedFile("test_a.py", "assert a", ""))],
            found => Assert.False(found.TellsNothing));
    }

    private static TestComparison Compare(TestRun before, TestRun after, params TouchedFile[] touched) => TestComparison.Between(before, after, touched);

    private static TestRun Run(string[] passed, string[]? failed = null, string[]? skipped = null) => new()
    {
        Command = "dotnet test",
        End = TestRunEnd.Finished,
        ExitCode = failed is null ? 0 : 1,
        Results = new TestResults(passed.Length, failed?.Length ?? 0, skipped?.Length ?? 0)
        {
            FailedTests = [.. (failed ?? []).Select(name => new FailedTest(name, ""))],
            PassedNames = passed.ToHashSet(StringComparer.Ordinal),
            SkippedNames = (skipped ?? []).ToHashSet(StringComparer.Ordinal),
        },
        Output = "",
        Duration = TimeSpan.FromSeconds(1),
        IsSandboxed = true,
    };
}
