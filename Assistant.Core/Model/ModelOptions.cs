namespace Assistant.Core.Model;
public sealed class ModelOptions { public int MaxRetries { get; init; } = 3; }
