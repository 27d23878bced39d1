namespace Assistant.Core.CSharp;

/// <summary>A name and its words, taken apart once for many questions. Dots part words, too.</summary>
public sealed class SpelledName(string name)
{
    public string Text { get; } = name;

    /// <summary>In lower case.</summary>
    public IReadOnlyList<string> Words { get; } = NameParts.Of(name.Replace('.', '_'));

    /// <summary>All letters and digits in lower case, without what parts the words.</summary>
    public string Letters => field ??= string.Concat(Words);

    /// <inheritdoc cref="NameSound"/>
    public string Sound => field ??= NameSound.Of(Letters);
}
