using Assistant.Web.Components.Parts;

namespace Assistant.Web.Components.Talk;

/// <summary>What a person sends from the composer.</summary>
/// <param name="WithCode">The code in the editor goes along.</param>
/// <param name="InsteadOf">The question it takes the place of; none at the end of the conversation.</param>
public sealed record Message(string Text, bool WithCode = false, TurnItem? InsteadOf = null);
