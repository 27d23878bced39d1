using Microsoft.Extensions.AI;

namespace Assistant.Tests.Fakes;

/// <summary>One call a <see cref="ScriptedModel"/> received.</summary>
public sealed record ScriptedCall(IReadOnlyList<ChatMessage> Messages, ChatOptions? Options, bool IsStreamed);
