using System.Globalization;

namespace Assistant.Bench;

/// <summary>What the page must reach. It counts as reached when the worst run does.</summary>
internal sealed record Target(string Promise, double Limit, string Unit, Samples Measured)
{
    public bool IsMet => Measured.Worst <= Limit;

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{(IsMet ? "pass" : "MISS")}  {Promise}: median {Measured.Median:0.#}, p95 {Measured.P95:0.#}, worst {Measured.Worst:0.#} {Unit} (at most {Limit:0.#})");
}
