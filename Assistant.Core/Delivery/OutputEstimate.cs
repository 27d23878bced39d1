namespace Assistant.Core.Delivery;

/// <summary>A first guess at the length of an answer.</summary>
/// <param name="Rule">What the guess goes by, in a few words ("a yes or no"); answers guessed by one rule are compared with each other.</param>
public sealed record OutputEstimate(int Tokens, string Rule);
