using Assistant.Core.Diffs;

namespace Assistant.Tests.Diffs;

public sealed class UnifiedDiffTests
{
    [Fact]
    public void Equal_texts_have_no_diff() => Assert.Equal("", UnifiedDiff.Between("a\nb\n", "a\nb\n", "x.cs"));

    [Fact]
    public void A_changed_line_stands_between_three_lines_of_context() => Assert.Equal(
        """
        --- a/x.cs
        +++ b/x.cs
        @@ -2,7 +2,7 @@
         2
         3
         4
        -5
        +five
         6
         7
         8

        """.ReplaceLineEndings("\n"),
        UnifiedDiff.Between(Lines("1", "2", "3", "4", "5", "6", "7", "8", "9"), Lines("1", "2", "3", "4", "five", "6", "7", "8", "9"), "x.cs"));

    [Fact]
    public void Changes_far_apart_stand_in_hunks_of_their_own()
    {
        var before = Enumerable.Range(1, 30).Select(number => $"line {number}").ToArray();
        var after = before.ToArray();
        (after[4], after[24]) = ("changed", "changed too");

        var hunks = UnifiedDiff.Between(Lines(before), Lines(after), "x.cs").Split('\n').Where(line => line.StartsWith("@@", StringComparison.Ordinal));

        Assert.Equal(["@@ -2,7 +2,7 @@", "@@ -22,7 +22,7 @@"], hunks);
    }

    [Fact]
    public void A_missing_last_line_end_is_said_as_diff_says_it() =>
        Assert.Equal("--- a/x\n+++ b/x\n@@ -1,1 +1,1 @@\n-a\n\\ No newline at end of file\n+a\n", UnifiedDiff.Between("a", "a\n", "x"));

    [Fact]
    public void An_empty_side_starts_at_line_zero()
    {
        Assert.Contains("@@ -0,0 +1,2 @@", UnifiedDiff.Between("", "a\nb\n", "x"), StringComparison.Ordinal);
        Assert.Contains("@@ -1,2 +0,0 @@", UnifiedDiff.Between("a\nb\n", "", "x"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_changed_line_end_is_a_change() => Assert.Equal((1, 1), UnifiedDiff.Count("a\r\nb\n", "a\nb\n"));

    private static string Lines(params string[] lines) => string.Concat(lines.Select(line => line + "\n"));
}
