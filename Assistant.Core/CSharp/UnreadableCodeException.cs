namespace Assistant.Core.CSharp;

/// <summary>Code that the engine does not even try to analyse. <see cref="Exception.Message"/> is one sentence fit to show.</summary>
public sealed class UnreadableCodeException(string message) : Exception(message);
