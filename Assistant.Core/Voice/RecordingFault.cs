namespace Assistant.Core.Voice;

/// <summary>Why a recording cannot be listened to.</summary>
public enum RecordingFault
{
    Empty,
    Unreadable,
    UnknownType,
    TooShort,
    TooLong,
    NothingSaid,
}
