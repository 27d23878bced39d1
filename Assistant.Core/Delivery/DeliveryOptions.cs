using System.ComponentModel.DataAnnotations;

namespace Assistant.Core.Delivery;

/// <summary>When and how answers reach a page. Section <c>Assistant:Delivery</c>.</summary>
public sealed class DeliveryOptions
{
    public const string Section = "Assistant:Delivery";

    /// <summary>The least time between two updates of a page or an event stream.</summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "00:00:01")]
    public TimeSpan FlushInterval { get; init; } = TimeSpan.FromMilliseconds(50);

    /// <summary>Answers expected to have at least so many tokens are streamed.</summary>
    [Range(1, 100_000)]
    public int StreamFromTokens { get; init; } = 200;
}
