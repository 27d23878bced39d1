using Assistant.Core.Workspace.Editing;
using FsCheck;
using FsCheck.Fluent;

namespace Assistant.Tests.Workspace;

public sealed class TextEditTests
{
    [Theory]
    [InlineData(EditFit.Exact, "a b c", "b", "x", "a x c")]
    [InlineData(EditFit.Exact, "a b c", "b", "$& $1 $$", "a $& $1 $$ c")]
    [InlineData(EditFit.Exact, "a\nb\nc", "b\n", "", "a\nc")]
    [InlineData(EditFit.Exact, "a b\n", "b", "  x  ", "a   x  \n")]
    [InlineData(EditFit.Exact, "a\r\nb\r\n", "b", "x\ny", "a\r\nx\r\ny\r\n")]
    [InlineData(EditFit.Exact, "a\nb\n", "b", "x\r\ny", "a\nx\ny\n")]
    [InlineData(EditFit.LineBreaks, "a\r\nb\r\nc\r\n", "a\nb\n", "x\ny\n", "x\r\ny\r\nc\r\n")]
    [InlineData(EditFit.LineBreaks, "a\nb\nc\n", "a\r\nb", "x\r\ny", "x\ny\nc\n")]
    [InlineData(EditFit.LineBreaks, "a(\r\n  1)\r\n", "(\n  1", "[\n2", "a[\r\n2)\r\n")]
    [InlineData(EditFit.LineBreaks, "1\n2\r\n3\r\n", "2\n3", "x\ny", "1\nx\r\ny\r\n")]
    [InlineData(EditFit.TrailingSpace, "a  \nb\nc\n", "a\nb", "x\ny", "x\ny\nc\n")]
    [InlineData(EditFit.TrailingSpace, "a\nb\nc\n", "a \nb\t\n", "x\n", "x\nc\n")]
    [InlineData(EditFit.TrailingSpace, "a\n   \nb\n", "a\n\nb", "x", "x\n")]
    [InlineData(EditFit.TrailingSpace, "a\nb", "b\n", "x\n", "a\nx")]
    [InlineData(EditFit.Indentation, "{\n    if (a)\n        b();\n}\n", "if (a)\n    b();\n", "if (c)\n\n    d();\n", "{\n    if (c)\n\n        d();\n}\n")]
    [InlineData(EditFit.Indentation, "if (a)\n    b();\n", "    if (a)\n        b();", "    if (c)\n        d();", "if (c)\n    d();\n")]
    [InlineData(EditFit.Indentation, "{\r\n\tif (a)\r\n\t\tb();\r\n}\r\n", "if (a)\n\tb();", "if (c)\n\td();", "{\r\n\tif (c)\r\n\t\td();\r\n}\r\n")]
    public void The_old_text_is_replaced_where_it_is_found(EditFit fit, string text, string oldText, string newText, string expected)
    {
        var applied = Assert.IsType<EditResult.Applied>(TextEdit.Apply(text, oldText, newText));

        Assert.Equal(expected, applied.Text);
        Assert.Equal(fit, applied.Fit);
    }

    [Theory]
    [InlineData("a b a", "a", 1, 1)]
    [InlineData("aaa", "aa", 1, 1)]
    [InlineData("a\r\nb\r\na\r\nb\r\n", "a\nb", 1, 3)]
    [InlineData("a \nb\nx\na \nb\n", "a\nb", 1, 4)]
    [InlineData("  a(\n  b\n    a(\n    b\n", "a(\nb", 1, 3)]
    public void What_is_there_more_than_once_is_not_replaced(string text, string oldText, int first, int second) =>
        Assert.Equal([first, second], Assert.IsType<EditResult.Ambiguous>(TextEdit.Apply(text, oldText, "x")).Lines);

    [Theory]
    [InlineData("a\nb\n", "c", "x")]
    [InlineData("  a\n    b\n", "a\nb", "x")]
    [InlineData("a\n  b\n", "  a\n  b", "x")]
    [InlineData("a\n b\n", "\n\n", "x")]
    [InlineData("a\nb\n", "    a\n    b", "c")]
    [InlineData("A\n", "a", "x")]
    public void What_is_not_there_is_not_replaced(string text, string oldText, string newText) =>
        Assert.IsType<EditResult.Missing>(TextEdit.Apply(text, oldText, newText));

    [Fact]
    public void Whatever_is_quoted_exactly_once_is_replaced_there_and_nothing_else_is()
    {
        var cases = from text in Texts()
                    from start in Gen.Choose(0, text.Length)
                    from length in Gen.Choose(1, 12)
                    select (Text: text, Start: start, Length: Math.Min(length, text.Length - start));

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(1000), Prop.ForAll(cases.ToArbitrary(), one =>
        {
            var quoted = one.Text.Substring(one.Start, one.Length);
            var isUnique = quoted.Length > 0 && one.Text.IndexOf(quoted, StringComparison.Ordinal) == one.Text.LastIndexOf(quoted, StringComparison.Ordinal);
            var expected = one.Text[..one.Start] + "$&" + one.Text[(one.Start + one.Length)..];
            return !isUnique || (TextEdit.Apply(one.Text, quoted, "$&") is EditResult.Applied { Fit: EditFit.Exact } applied && IsSameButForTheEnd(one.Text, expected, applied.Text));
        }));
    }

    [Fact]
    public void However_it_is_quoted_only_white_space_was_let_pass()
    {
        const string Marker = "\u2603";
        var cases = from text in Texts()
                    from quoted in Texts()
                    select (text, quoted);

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(3000), Prop.ForAll(cases.ToArbitrary(), one =>
        {
            if (one.quoted.Length == 0 || TextEdit.Apply(one.text, one.quoted, Marker) is not EditResult.Applied applied)
            {
                return true;
            }

            var parts = applied.Text.Split(Marker);
            return parts is [var before, var after]
                && one.text.StartsWith(before.TrimEnd(' ', '\t'), StringComparison.Ordinal)
                && one.text.TrimEnd('\r', '\n').EndsWith(after.TrimEnd('\r', '\n'), StringComparison.Ordinal)
                && Words(one.text) == Words(before) + Words(one.quoted) + Words(after);
        }));
    }

    private static Gen<string> Texts() =>
        Gen.Elements("a", "b", "ab", "(", "\n", "\n", "\r\n", " ", "  ", "    ", "\t", "\na", "\n  b").ListOf().Select(string.Concat);

    private static bool IsSameButForTheEnd(string before, string expected, string actual) =>
        actual == expected || (before.EndsWith('\n') && (actual == expected + "\n" || actual == expected + "\r\n"));

    private static string Words(string text) => string.Concat(text.Where(character => !char.IsWhiteSpace(character)));
}
