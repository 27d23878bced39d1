namespace Assistant.Core.Model;

/// <summary>The quirks of one endpoint: those known beforehand, and those it has shown since. Any number of calls may read and add at once.</summary>
public sealed class EndpointQuirks(Quirks known = Quirks.None)
{
    private int _known = (int)known;

    public Quirks Known => (Quirks)Volatile.Read(ref _known);

    /// <summary>For people, one line for each: "does not take stream_options".</summary>
    public IReadOnlyList<string> InWords => [.. Enum.GetValues<Quirks>().Where(quirk => quirk != Quirks.None && Known.HasFlag(quirk)).Select(Words)];

    internal void Learn(Quirks quirks) => Interlocked.Or(ref _known, (int)quirks);

    internal static string Words(Quirks quirk) => quirk switch
    {
        Quirks.OlderTokenLimit => "takes max_tokens in place of max_completion_tokens",
        Quirks.NoTokenLimit => "takes no limit of tokens",
        Quirks.NoStrict => "does not take strict on a tool",
        Quirks.NoName => "does not take name on a message",
        _ => $"does not take {RejectedProperty.NameOf(quirk)}",
    };
}
