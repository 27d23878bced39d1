using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Assistant.Core.Model;

namespace Assistant.Tests.Fakes;

/// <summary>Everything that is measured and traced of the calls to one model, whatever else runs in the same moment.</summary>
internal sealed class Heard : IDisposable
{
    private const string RequestModel = "gen_ai.request.model";

    private readonly string _model;
    private readonly MeterListener _meters = new();
    private readonly ActivityListener _activities;

    public Heard(string model)
    {
        _model = model;
        _activities = new ActivityListener
        {
            ShouldListenTo = source => source.Name == ModelTelemetry.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = Keep,
        };
        ActivitySource.AddActivityListener(_activities);

        _meters.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == ModelTelemetry.Name)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _meters.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Keep(instrument.Name, value, tags));
        _meters.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Keep(instrument.Name, value, tags));
        _meters.Start();
    }

    public ConcurrentQueue<Activity> Activities { get; } = new();

    public ConcurrentQueue<Measurement> Measurements { get; } = new();

    /// <summary>All words in it, to look for those that should not be there.</summary>
    public string Words => string.Join(
        "\n",
        Activities.Select(activity => $"{activity.DisplayName} {activity.StatusDescription} {Join(activity.TagObjects)} {string.Join(' ', activity.Events.Select(said => $"{said.Name} {Join(said.Tags)}"))}")
            .Concat(Measurements.Select(measured => $"{measured.Name} {Join(measured.Tags)}")));

    public Measurement The(string name, string? tokenType = null) =>
        Measurements.Single(measured => measured.Name == name && (string?)measured.Tags.GetValueOrDefault("gen_ai.token.type") == tokenType);

    public void Dispose()
    {
        _activities.Dispose();
        _meters.Dispose();
    }

    private static string Join(IEnumerable<KeyValuePair<string, object?>> tags) =>
        string.Join(' ', tags.Select(tag => $"{tag.Key}={(tag.Value is string[] several ? string.Join(',', several) : tag.Value)}"));

    private void Keep(Activity activity)
    {
        if ((string?)activity.GetTagItem(RequestModel) == _model)
        {
            Activities.Enqueue(activity);
        }
    }

    private void Keep(string name, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var all = tags.ToArray().ToDictionary();
        if ((string?)all.GetValueOrDefault(RequestModel) == _model)
        {
            Measurements.Enqueue(new Measurement(name, value, all));
        }
    }

    internal sealed record Measurement(string Name, double Value, IReadOnlyDictionary<string, object?> Tags);
}
