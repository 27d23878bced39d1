namespace Assistant.Core.Delivery;

/// <summary>What the endpoint was seen to do: how fast it writes, and whether it thinks before it answers.</summary>
public sealed class EndpointProfile
{
    /// <summary>A shorter answer says more about the first token than about the speed.</summary>
    private const int FewestTokens = 20;

    /// <summary>How much the newest answer counts; speeds change with load, so old ones fade quickly.</summary>
    private const double Weight = 0.3;

    private readonly Lock _gate = new();
    private double? _tokensPerSecond;
    private bool _reasons;

    /// <summary>Learned from answers with real usage; none before the first of them.</summary>
    public double? TokensPerSecond
    {
        get
        {
            lock (_gate)
            {
                return _tokensPerSecond;
            }
        }
    }

    /// <summary>The model spends output tokens on reasoning, which count against the limit of an answer.</summary>
    public bool Reasons
    {
        get
        {
            lock (_gate)
            {
                return _reasons;
            }
        }
    }

    public void SawSpeed(long outputTokens, TimeSpan writing)
    {
        if (outputTokens < FewestTokens || writing <= TimeSpan.Zero)
        {
            return;
        }

        var measured = outputTokens / writing.TotalSeconds;
        lock (_gate)
        {
            _tokensPerSecond = _tokensPerSecond is { } known ? known + (Weight * (measured - known)) : measured;
        }
    }

    public void SawReasoning()
    {
        lock (_gate)
        {
            _reasons = true;
        }
    }
}
