using Microsoft.Extensions.AI;

namespace Assistant.Core.Voice;

/// <summary>The server's own ears and voice, as far as it has them; what it has not, browsers do.</summary>
public sealed record Speech(ISpeechToTextClient? Recogniser, ITextToSpeechClient? Speaker)
{
    public bool Hears => Recogniser is not null;

    public bool Speaks => Speaker is not null;
}
