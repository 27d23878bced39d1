namespace Assistant.Core.Tools;

/// <summary>Why a tool could not do what was asked: one or more sentences for the model, which has to read them.</summary>
public sealed class ToolException(string message) : Exception(message);
