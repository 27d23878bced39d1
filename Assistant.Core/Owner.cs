namespace Assistant.Core;

/// <summary>Whose reply or conversation it is. Every store and reply call names one; where nobody is named, everybody is <see cref="Local"/>.</summary>
public sealed record Owner(string Id)
{
    public static Owner Local { get; } = new("local");
}
