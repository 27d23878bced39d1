namespace Assistant.Tests.Fakes;

/// <summary>A recording that the fake server was sent.</summary>
/// <param name="Arrived">A timestamp of <see cref="System.Diagnostics.Stopwatch"/>, before its body was read.</param>
public sealed record FakeRecording(byte[] Sound, string FileName, string ContentType, string Model, string? Prompt, long Arrived);
