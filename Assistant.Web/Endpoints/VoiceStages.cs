namespace Assistant.Web.Endpoints;

/// <summary>When each stage of a spoken answer was over, counted from the moment the request had been read.</summary>
internal sealed class VoiceStages(TimeProvider time)
{
    private readonly long _heard = time.GetTimestamp();
    private double? _transcribed;
    private double? _firstSentence;
    private double? _firstSound;

    public void Transcribed() => _transcribed ??= Now();

    public void Sentence() => _firstSentence ??= Now();

    public void Sound() => _firstSound ??= Now();

    public VoiceStagesJson End() => new(_transcribed, _firstSentence, _firstSound, Now());

    private double Now() => Math.Round(time.GetElapsedTime(_heard).TotalMilliseconds, 1);
}

/// <summary>Milliseconds, to a tenth.</summary>
internal sealed record VoiceStagesJson(double? TranscribedMs, double? FirstSentenceMs, double? FirstSoundMs, double DoneMs);
