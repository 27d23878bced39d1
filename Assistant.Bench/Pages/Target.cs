using System.Globalization;

namespace Assistant.Bench.Pages;

/// <summary>What must be reached.</summary>
internal sealed record Target(string Promise, double Measured, double Limit, string Unit)
{
    public bool IsMet => Measured <= Limit;

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{(IsMet ? "pass" : "MISS")}  {Promise}: {Measured:0.##} {Unit} (at most {Limit:0.##})");
}
