using System.Text.RegularExpressions;

namespace Assistant.Core.BuiltIn;

/// <summary>Tells whether a person speaks of the whole workspace or of a piece of code.</summary>
public static partial class WorkspaceWords
{
    public static bool In(string request) => Everything().IsMatch(request);

    [GeneratedRegex(
        @"\b(workspace|project|solution|repo|repository|code ?base|everywhere|(all|every|each) (the |my |our )?(c# )?(source )?files?|across)\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex Everything();
}
