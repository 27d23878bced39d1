using Assistant.Core.Workspace.Files;

namespace Assistant.Core.Workspace.Editing;

/// <summary>
/// Replaces text that is quoted from memory: as it was written, else as it fits when line breaks, then trailing space, then a shared indentation are
/// let pass. The first of these that finds anything decides, and only where it finds one place. The new text is never trimmed, and takes on the file's
/// line breaks and the indentation of its place.
/// </summary>
public static class TextEdit
{
    public static EditResult Apply(string text, string oldText, string newText)
    {
        var lines = new Lazy<LineMatches>(() => new LineMatches(text, oldText));
        (EditFit Fit, Func<IEnumerable<EditMatch>> Find)[] cascade =
        [
            (EditFit.Exact, () => Exact(text, oldText)),
            (EditFit.LineBreaks, () => WithAnyBreaks(text, oldText)),
            (EditFit.TrailingSpace, () => lines.Value.Find(isShifted: false)),
            (EditFit.Indentation, () => lines.Value.Find(isShifted: true)),
        ];
        foreach (var (fit, find) in cascade)
        {
            switch (find().ToList())
            {
                case [var match]:
                    return Replace(text, match, newText) is { } replaced ? new EditResult.Applied(replaced, fit, LineOf(text, match.Start)) : new EditResult.Missing();
                case [_, ..] matches:
                    return new EditResult.Ambiguous([.. matches.Select(match => LineOf(text, match.Start))]);
            }
        }

        return new EditResult.Missing();
    }

    private static IEnumerable<EditMatch> Exact(string text, string oldText)
    {
        for (var start = text.IndexOf(oldText, StringComparison.Ordinal); start >= 0; start = text.IndexOf(oldText, start + 1, StringComparison.Ordinal))
        {
            yield return new EditMatch(start, start + oldText.Length);
        }
    }

    private static IEnumerable<EditMatch> WithAnyBreaks(string text, string oldText)
    {
        var places = new List<int>(text.Length + 1);
        for (var index = 0; index < text.Length; index++)
        {
            // A break of two characters counts as one, which begins at the first of them.
            places.Add(index);
            index += text[index] == '\r' && index + 1 < text.Length && text[index + 1] == '\n' ? 1 : 0;
        }

        places.Add(text.Length);
        return Exact(LineBreaks.ToUnix(text), LineBreaks.ToUnix(oldText)).Select(match => new EditMatch(places[match.Start], places[match.End]));
    }

    private static string? Replace(string text, EditMatch match, string newText)
    {
        if (match.Shift.Apply(newText) is not { } shifted)
        {
            return null;
        }

        var lineBreak = LineBreaks.Of(text) ?? LineBreaks.At(text, match.Start);
        var fitting = LineBreaks.To(lineBreak, match.IsPastEnd ? LineBreaks.WithoutLastBreak(shifted) : shifted);
        var replaced = string.Concat(text.AsSpan(0, match.Start), fitting, text.AsSpan(match.End));

        // What was quoted up to the end of the file is mostly written anew without its last line break.
        return text.EndsWith('\n') && !replaced.EndsWith('\n') && replaced.Length > 0 ? replaced + (lineBreak ?? LineBreaks.Unix) : replaced;
    }

    private static int LineOf(string text, int index) => text.AsSpan(0, index).Count('\n') + 1;
}
