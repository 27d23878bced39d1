using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Assistant.Core.Model;

/// <summary>
/// Where calls to a model are counted and traced, under the names and with the buckets of OpenTelemetry's semantic conventions for generative AI. Nothing
/// is measured while nobody listens.
/// </summary>
public static class ModelTelemetry
{
    /// <summary>The name of the activity source and of the meter.</summary>
    public const string Name = "Assistant";

    internal static readonly ActivitySource Source = new(Name);

    private static readonly Meter Meter = new(Name);

    /// <summary>Seconds from the call to its last update or its failure.</summary>
    internal static readonly Histogram<double> Duration = Meter.CreateHistogram(
        "gen_ai.client.operation.duration", "s", "How long a call to a model takes.", advice: Buckets(
            0.01, 0.02, 0.04, 0.08, 0.16, 0.32, 0.64, 1.28, 2.56, 5.12, 10.24, 20.48, 40.96, 81.92));

    internal static readonly Histogram<long> Tokens = Meter.CreateHistogram(
        "gen_ai.client.token.usage", "{token}", "How many tokens a call reads and writes.", advice: new InstrumentAdvice<long>
        {
            HistogramBucketBoundaries = [1, 4, 16, 64, 256, 1024, 4096, 16_384, 65_536, 262_144, 1_048_576, 4_194_304, 16_777_216, 67_108_864],
        });

    /// <summary>Seconds from a streamed call to its first content.</summary>
    internal static readonly Histogram<double> FirstToken = Meter.CreateHistogram(
        "gen_ai.server.time_to_first_token", "s", "How long a streamed answer lets one wait.", advice: Buckets(
            0.001, 0.005, 0.01, 0.02, 0.04, 0.06, 0.08, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10));

    internal static bool IsListenedTo => Duration.Enabled || Tokens.Enabled || FirstToken.Enabled || Source.HasListeners();

    private static InstrumentAdvice<double> Buckets(params double[] boundaries) => new() { HistogramBucketBoundaries = boundaries };
}
