using System.Text.Json;

namespace Assistant.Tests.Fakes;

/// <summary>A text that the fake server was asked to say.</summary>
/// <param name="Body">The whole request.</param>
/// <param name="Arrived">A timestamp of <see cref="System.Diagnostics.Stopwatch"/>, before its body was read.</param>
public sealed record FakeSpeech(string Text, JsonElement Body, long Arrived);
