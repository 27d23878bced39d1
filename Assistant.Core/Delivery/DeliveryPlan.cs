namespace Assistant.Core.Delivery;

/// <summary>How an answer will be fetched.</summary>
/// <param name="ExpectedTokens">The length the answer is expected to have.</param>
/// <param name="Reason">Why, in words a person can read; ASCII, because it also goes into a header.</param>
public sealed record DeliveryPlan(bool IsStreamed, int ExpectedTokens, string Reason);
