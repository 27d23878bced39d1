using System.Text.RegularExpressions;

namespace Assistant.Core.Workspace.Testing;

/// <summary>Knows tests by their names and by their words, without understanding their language.</summary>
internal static partial class TestFiles
{
    public static bool IsTest(string path) => TestPath().IsMatch(path);

    /// <summary>How many tests a text sets aside.</summary>
    public static int Skips(string? text) => text is null ? 0 : Skip().Count(text);

    /// <summary>How many things it checks, and how many cases it checks them for.</summary>
    public static int Checks(string? text) => text is null ? 0 : Check().Count(text);

    // "Shop.Tests/Any.cs", "src/BasketTests.cs", "tests/any.py", "__tests__/any.js", "basket.spec.ts", "test_basket.py", "basket_test.go", "spec/basket_spec.rb"
    [GeneratedRegex(@"(Tests?|Specs?)(/|\.\w+$)|(^|[/._-])(tests?|specs?|__tests__)(/|\.\w+$)|(^|/)test_[^/]*$")]
    private static partial Regex TestPath();

    // xunit, NUnit and MSTest; JavaScript; pytest and unittest; Go; Rust
    [GeneratedRegex(
        @"\[[^\]]{0,200}\bSkip(When|Unless|Type)?\s*=(?![=>])|\[\s*(\w+\s*,\s*)*(Ignore|Explicit)\b|\bAssert\.(Skip\w*|Ignore|Inconclusive)\s*\(|\bSkip\.(If|IfNot)\s*\(|\bSkippable(Fact|Theory)\b"
        + @"|\b(it|test|describe|context|suite)\.(skip|todo|only|fixme|skipIf|runIf|failing)\b|\b(xit|xtest|xdescribe|fit|fdescribe)\s*\(|\bskip:\s*true"
        + @"|@(pytest\.mark\.(skip|skipif|xfail)|unittest\.(skip|skipIf|skipUnless|expectedFailure))\b|\bpytest\.(skip|xfail)\s*\(|\.skipTest\s*\("
        + @"|\bt\.(Skip|SkipNow|Skipf)\s*\(|#\[\s*ignore\b")]
    private static partial Regex Skip();

    [GeneratedRegex(
        @"\bAssert\.\w+|\bassert\w*[\s(!.]|\bexpect\w*\s*[(!]|\.Should\w*\s*\(|\bt\.(Error|Errorf|Fatal|Fatalf)\s*\(|\brequire\.\w+\("
        + @"|\[\s*(InlineData|TestCase|DataRow|MemberData|Fact|Theory|Test|TestMethod)\b|\b(it|test)(\.each)?\s*\(|\bdef test_|\bfunc Test|#\[\s*test\s*\]")]
    private static partial Regex Check();
}
