namespace Assistant.Core.Model;

/// <summary>A model call that failed. <see cref="Exception.Message"/> is one sentence fit to show: what happened and what to do. It never holds a key.</summary>
public sealed class ModelException(ModelFault kind, string message, Exception? innerException = null) : Exception(message, innerException)
{
    public ModelFault Kind { get; } = kind;

    /// <summary>How long the endpoint asked to be left alone, where it said so.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>What had arrived of a whole answer that broke off.</summary>
    public string? PartialText { get; init; }
}
