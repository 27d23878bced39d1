using System.Text.Json.Serialization;

namespace Assistant.Core.Conversations;

/// <summary>One thing that happened to a conversation. All of them in order are the conversation.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Created), "created")]
[JsonDerivedType(typeof(TurnKept), "turn")]
[JsonDerivedType(typeof(TextGrown), "text")]
[JsonDerivedType(typeof(Altered), "change")]
public abstract record ConversationEntry(DateTimeOffset At)
{
    /// <summary>It says all that its kind has to say; what was read from a damaged file may not.</summary>
    [JsonIgnore]
    public bool IsWhole => this is Created or TurnKept { Turn: { Id: not null, Text: not null } } or TextGrown { TurnId: not null, Text: not null } or Altered { Change: not null };

    public sealed record Created(DateTimeOffset At) : ConversationEntry(At);

    /// <summary>A turn is new, or stands as it does from now on.</summary>
    public sealed record TurnKept(DateTimeOffset At, Turn Turn) : ConversationEntry(At);

    /// <summary>The text of a turn had <paramref name="From"/> characters, and this follows them.</summary>
    public sealed record TextGrown(DateTimeOffset At, string TurnId, int From, string Text) : ConversationEntry(At);

    public sealed record Altered(DateTimeOffset At, ConversationChange Change) : ConversationEntry(At);
}
