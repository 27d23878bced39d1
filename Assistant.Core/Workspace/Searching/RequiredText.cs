using System.Text.RegularExpressions;

namespace Assistant.Core.Workspace.Searching;

/// <summary>
/// A text that whatever a regular expression matches must hold, for the plainest and commonest of them: a name, maybe with anchors ("\bTotal\b", "^using").
/// </summary>
internal static partial class RequiredText
{
    /// <summary>Nothing where the expression is not so plain.</summary>
    public static string? Of(string regex) => Plain().Match(regex) is { Success: true } plain ? plain.Groups["text"].Value : null;

    [GeneratedRegex(@"^(\^|\\b)*(?<text>[\w ]{2,})(\\b|\$|\\?\()?$")]
    private static partial Regex Plain();
}
