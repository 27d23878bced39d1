namespace Assistant.Core.CSharp;

/// <summary>How well a name fits what a person said, the best first.</summary>
public enum NameFit
{
    Exact,

    /// <summary>But for capitals.</summary>
    Capitals,

    /// <summary>The same words: "order total" for OrderTotal or order_total.</summary>
    Words,

    /// <summary>The name begins with what was said.</summary>
    Start,

    /// <summary>The name has all the words that were said, and others.</summary>
    SomeWords,

    /// <summary>A few letters are different.</summary>
    Spelling,
}
