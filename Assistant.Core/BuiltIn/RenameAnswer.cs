using Assistant.Core.CSharp;
using Assistant.Core.Delivery;

namespace Assistant.Core.BuiltIn;

/// <summary>Writes renamed code: all of it in one fence, then what was renamed and every line that changed.</summary>
public static class RenameAnswer
{
    public static IEnumerable<string> Write(RenameResult result, string newName) => result switch
    {
        RenameResult.Renamed renamed =>
        [
            new FencedCode("csharp", renamed.Code).ToString(),
            MarkdownList.Under(
                $"The {renamed.Symbol.Kind} `{renamed.Symbol.Name}` is now `{newName}`, on {Words.Counted(renamed.Places.Length, "line")}; "
                + "it compiles as before. Comments and strings are as they were.",
                renamed.Places.Select(place => $"line {place.Line}: {MarkdownList.Code(place.Text)}")),
        ],
        RenameResult.Refused refused => [refused.Reason],
        _ => throw new ArgumentOutOfRangeException(nameof(result)),
    };
}
