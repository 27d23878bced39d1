using Assistant.Core.Conversations;

namespace Assistant.Core.Ask;

/// <summary>One short question, about a piece of code or about none.</summary>
/// <param name="Language">The language of the code as the person named it; none when they did not say.</param>
public sealed record Question(string Text, string? Code = null, string? Language = null)
{
    public static Question Of(Turn turn) => new(turn.Text, turn.Code, turn.Language);
}
