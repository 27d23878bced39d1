namespace Assistant.Core.Conversations;

public enum TurnRole
{
    User,
    Assistant,
}
