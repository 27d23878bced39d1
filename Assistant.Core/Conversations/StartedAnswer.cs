using Assistant.Core.Replies;

namespace Assistant.Core.Conversations;

/// <summary>An answer that is on its way.</summary>
/// <param name="Question">What it answers, as it was kept.</param>
/// <param name="Turn">Where it stands in its conversation; its text is the reply's.</param>
public sealed record StartedAnswer(Turn Question, Turn Turn, Reply Reply);
