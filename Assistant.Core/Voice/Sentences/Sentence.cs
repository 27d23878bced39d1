namespace Assistant.Core.Voice.Sentences;

/// <summary>A part of an answer that is said in one go.</summary>
/// <param name="Index">From 0, in the order of the answer.</param>
/// <param name="Written">The Markdown exactly as it was written, with the white space after it. Those of all sentences make up the answer.</param>
/// <param name="Spoken">What a voice says. Empty only in the last sentence of an answer that ends with what has no words, such as a rule.</param>
public sealed record Sentence(int Index, string Written, string Spoken);
