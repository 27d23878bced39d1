using System.Globalization;
using System.Text.RegularExpressions;

namespace Assistant.Tests.Fakes;

/// <summary>Decides what the fake server says when no reply was scripted, and how fast.</summary>
public static partial class FakeWriter
{
    private const int DefaultTokens = 300;

    /// <summary>The tokens of the answer to a request: refactored code where that was asked for, else as much Markdown as the last message names.</summary>
    public static (IReadOnlyList<string> Tokens, string FinishReason) Answer(FakeRequest request)
    {
        var fence = Fence().Match(request.LastUserMessage);
        var tokens = fence.Success && request.SystemPrompt.Contains("refactor", StringComparison.OrdinalIgnoreCase)
            ? FakeMarkdown.TokensOf(FakeRefactoring.Answer(fence.Groups["language"].Value, fence.Groups["code"].Value))
            : FakeMarkdown.Tokens(TokensAskedFor(request.LastUserMessage));

        return request.MaxTokens is { } limit && limit < tokens.Count ? ([.. tokens.Take(limit)], "length") : (tokens, "stop");
    }

    private static int TokensAskedFor(string message) =>
        Amount().Match(message) is { Success: true } amount
            ? int.Parse(amount.Groups["count"].Value.Replace(",", ""), CultureInfo.InvariantCulture)
            : DefaultTokens;

    [GeneratedRegex(@"(?<count>\d[\d,]{0,7})\s+tokens")]
    private static partial Regex Amount();

    [GeneratedRegex(@"```(?<language>[^\r\n`]*)\r?\n(?<code>.*?)\r?\n```", RegexOptions.Singleline)]
    private static partial Regex Fence();
}
