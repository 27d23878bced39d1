using System.Collections.Concurrent;

namespace Assistant.Core.Delivery;

/// <summary>
/// What answers really came to, against what was guessed, per owner and kind of request. After <see cref="SamplesNeeded"/> answers
/// their median ratio corrects the guess, by no more than a half or a double: a habit may shift a guess, not overrule the request.
/// </summary>
public sealed class UsageHistory
{
    public const int SamplesNeeded = 5;

    private const int SamplesKept = 25;
    private const double LeastFactor = 0.5;
    private const double MostFactor = 2;

    private readonly ConcurrentDictionary<(Owner Owner, string Kind, string Rule), Queue<double>> _ratios = new();

    public void Record(Owner owner, string kind, OutputEstimate guess, long outputTokens)
    {
        var ratios = _ratios.GetOrAdd((owner, kind, guess.Rule), _ => new Queue<double>());
        lock (ratios)
        {
            ratios.Enqueue((double)outputTokens / guess.Tokens);
            if (ratios.Count > SamplesKept)
            {
                ratios.Dequeue();
            }
        }
    }

    /// <summary>The guess, corrected by what such answers came to before.</summary>
    public int Corrected(Owner owner, string kind, OutputEstimate guess)
    {
        if (!_ratios.TryGetValue((owner, kind, guess.Rule), out var ratios))
        {
            return guess.Tokens;
        }

        lock (ratios)
        {
            return ratios.Count < SamplesNeeded ? guess.Tokens : (int)(guess.Tokens * Math.Clamp(Median(ratios), LeastFactor, MostFactor));
        }
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
