namespace Assistant.Tests.Components.Parts;

/// <summary>A function that a part called in the browser.</summary>
internal sealed record BrowserCall(string Function, IReadOnlyList<object?> Arguments);
