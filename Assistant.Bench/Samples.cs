namespace Assistant.Bench;

/// <summary>One number, measured several times.</summary>
internal sealed class Samples(IEnumerable<double> values)
{
    private readonly double[] _sorted = [.. values.Order()];

    public double Median => _sorted.Length % 2 == 1 ? _sorted[_sorted.Length / 2] : (_sorted[(_sorted.Length / 2) - 1] + _sorted[_sorted.Length / 2]) / 2;

    /// <summary>The smallest that 95 of 100 do not exceed.</summary>
    public double P95 => _sorted[(int)Math.Ceiling(_sorted.Length * 0.95) - 1];

    public double Worst => _sorted[^1];
}
