namespace Assistant.Core.Model;

/// <summary>
/// Looks for model servers on the usual ports of this machine, so that they can be offered. Nothing is looked for unless somebody asks, nothing but a
/// list of models is asked for, and nothing that is found is used by itself.
/// </summary>
public sealed class LocalModels(IEnumerable<ModelPreset> presets, ModelProbe probe, TimeProvider time)
{
    private static readonly TimeSpan Freshness = TimeSpan.FromSeconds(20);

    private readonly Lock _gate = new();
    private readonly List<ModelPreset> _presets = [.. presets.Where(preset => preset.IsLocal)];
    private Task<IReadOnlyList<LocalModel>>? _found;
    private long _askedAt;

    /// <summary>How long a server may take to say what it has. One on this machine answers in milliseconds, even if the first call of this process takes longer.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>The servers that list at least one model. The same answer serves everybody who asks within twenty seconds.</summary>
    public Task<IReadOnlyList<LocalModel>> FindAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (_found is null || time.GetElapsedTime(_askedAt) > Freshness)
            {
                _found = LookAsync();
                _askedAt = time.GetTimestamp();
            }

            return _found.WaitAsync(cancellationToken);
        }
    }

    private async Task<IReadOnlyList<LocalModel>> LookAsync()
    {
        var found = await Task.WhenAll(_presets.Select(LookAsync));
        return [.. found.OfType<LocalModel>()];
    }

    /// <summary>Whoever asked may go away; others wait for the same answer, so only the clock ends this.</summary>
    private async Task<LocalModel?> LookAsync(ModelPreset preset)
    {
        var options = new ModelOptions { Endpoint = preset.Endpoint, FirstByteTimeout = Patience, AnswerTimeout = Patience };
        try
        {
            var models = await probe.ListAsync(options, CancellationToken.None);
            return models.Count > 0 ? new LocalModel(preset, models) : null;
        }
        catch (ModelException)
        {
            return null;   // nobody there, or somebody else
        }
    }
}
