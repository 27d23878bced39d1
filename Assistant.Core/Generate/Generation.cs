using Assistant.Core.Delivery;

namespace Assistant.Core.Generate;

/// <summary>Something to be written or explained, at whatever length it takes.</summary>
/// <param name="Language">The language of the code as the person named it; none when they did not say.</param>
public sealed record Generation(string Prompt, string? Code = null, string? Language = null, DeliveryChoice Choice = DeliveryChoice.Auto);
