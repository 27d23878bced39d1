namespace Assistant.Core.Voice;

/// <summary>A recording that cannot be listened to. <see cref="Exception.Message"/> says so in one sentence fit to show, with what to do.</summary>
public sealed class RecordingException(RecordingFault fault, string message) : Exception(message)
{
    public RecordingFault Fault { get; } = fault;
}
