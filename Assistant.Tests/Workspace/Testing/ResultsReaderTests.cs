using Assistant.Core.Workspace.Testing;
using Assistant.Core.Workspace.Testing.Results;

namespace Assistant.Tests.Workspace.Testing;

/// <summary>What runners write, as they write it.</summary>
public sealed class ResultsReaderTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("assistant-test-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("Tests:       2 failed, 1 skipped, 3 passed, 6 total", 3, 2, 1)]
    [InlineData("      Tests  2 failed | 1 passed | 1 skipped (4)", 1, 2, 1)]
    [InlineData("  4 passing (3ms)\n  1 pending\n  1 failing", 4, 1, 1)]
    [InlineData("# tests 5\n# suites 1\n# pass 2\n# fail 2\n# cancelled 0\n# skipped 1\n# todo 0", 2, 2, 1)]
    [InlineData("ℹ pass 3\nℹ fail 0\nℹ skipped 0", 3, 0, 0)]
    [InlineData("\u001b[1mTests:\u001b[22m  \u001b[32m3 passed\u001b[39m, 3 total\nTests:  2 passed, 2 total", 5, 0, 0)]
    public void Sums_of_JavaScript_runners_are_added(string output, int passed, int failed, int skipped)
    {
        var results = Read(TestKind.Node, output)!;

        Assert.Equal((passed, failed, skipped), (results.Passed, results.Failed, results.Skipped));
    }

    [Theory]
    [InlineData("not ok 2 - is wrong")]
    [InlineData("✖ is wrong (1.2ms)")]
    [InlineData("  ✕ is wrong (5 ms)")]
    [InlineData("   × is wrong 7ms")]
    [InlineData("  ● is wrong")]
    [InlineData("    1) is wrong")]
    public void A_failed_JavaScript_test_is_named(string line) =>
        Assert.Equal("is wrong", Assert.Single(Read(TestKind.Node, line + "\nTests: 1 failed, 1 total")!.FailedTests).Name);

    [Fact]
    public void Go_tells_events_and_a_person_reads_their_text()
    {
        var reader = ResultsReader.For(TestKind.Go);
        string[] events =
        [
            """{"Action":"run","Package":"shop","Test":"TestAdds"}""",
            """{"Action":"output","Package":"shop","Test":"TestWrong","Output":"    basket_test.go:9: three is not two\n"}""",
            """{"Action":"pass","Package":"shop","Test":"TestAdds","Elapsed":0}""",
            """{"Action":"fail","Package":"shop","Test":"TestWrong","Elapsed":0}""",
            """{"Action":"skip","Package":"shop","Test":"TestLater","Elapsed":0}""",
            """{"Action":"fail","Package":"shop","Elapsed":0.01}""",
        ];

        var shown = events.Append("{ not an event").Select(reader.Read).Where(line => line is not null).ToList();
        var results = reader.Finish(_folder.FullName)!;

        Assert.Equal(["    basket_test.go:9: three is not two", "{ not an event"], shown);
        Assert.Equal((1, 1, 1), (results.Passed, results.Failed, results.Skipped));
        Assert.Equal(new FailedTest("shop.TestWrong", "basket_test.go:9: three is not two"), Assert.Single(results.FailedTests));
    }

    [Fact]
    public void Cargo_tells_what_a_failed_test_said()
    {
        var results = Read(TestKind.Cargo, """
                 Running unittests src/lib.rs (target/debug/deps/shop-0771ee585fc3e506)
            running 4 tests
            test tests::later ... ignored, later
            test tests::adds ... ok
            test tests::panics - should panic ... ok
            test tests::wrong ... FAILED

            failures:

            ---- tests::wrong stdout ----
            assertion `left == right` failed

            failures:
                tests::wrong

            test result: FAILED. 2 passed; 1 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.14s
            """)!;

        Assert.Equal((2, 1, 1), (results.Passed, results.Failed, results.Skipped));
        Assert.Equal(new FailedTest("tests::wrong", "assertion `left == right` failed"), Assert.Single(results.FailedTests));
        Assert.Equal(["tests::adds", "tests::panics"], results.PassedNames!.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Pytest_counts_what_could_not_be_set_up_as_failed()
    {
        Write("junit.xml", """
            <testsuites><testsuite><testcase classname="test_a.TestC" name="test_in" /><testcase classname="" name="test_b"><error message="cannot import">trace</error></testcase>
            <testcase classname="test_a" name="test_later"><skipped message="later" /></testcase></testsuite></testsuites>
            """);

        var results = Read(TestKind.Pytest, "")!;

        Assert.Equal((1, 1, 1), (results.Passed, results.Failed, results.Skipped));
        Assert.Equal(new FailedTest("test_b", "cannot import\ntrace"), Assert.Single(results.FailedTests));
    }

    [Theory]
    [InlineData(TestKind.DotNet)]
    [InlineData(TestKind.Pytest)]
    [InlineData(TestKind.Go)]
    [InlineData(TestKind.Cargo)]
    [InlineData(TestKind.Node)]
    [InlineData(TestKind.Other)]
    public void What_is_not_said_is_not_known(TestKind kind) => Assert.Null(Read(kind, "all 12 tests were a pleasure"));

    [Theory]
    [InlineData("<TestRun><Results>")]
    [InlineData("<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><TestRun>&a;</TestRun>")]
    public void A_result_file_that_is_cut_off_or_wants_more_than_to_be_read_is_none(string text)
    {
        Write("a.trx", "<TestRun />");
        Write("b.trx", text);

        Assert.Null(Read(TestKind.DotNet, ""));
    }

    [LinuxFact]
    public void A_result_file_that_leads_elsewhere_is_not_read()
    {
        Write("elsewhere.xml", "<TestRun />");
        File.CreateSymbolicLink(Path.Combine(_folder.FullName, "a.trx"), Path.Combine(_folder.FullName, "elsewhere.xml"));

        Assert.Null(Read(TestKind.DotNet, ""));
    }

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(_folder.FullName, name), text);

    private TestResults? Read(TestKind kind, string output)
    {
        var reader = ResultsReader.For(kind);
        foreach (var line in output.ReplaceLineEndings("\n").Split('\n'))
        {
            reader.Read(line);
        }

        return reader.Finish(_folder.FullName);
    }
}
