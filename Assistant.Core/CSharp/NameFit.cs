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

    /// <summary>All words that were said, once it is known how speech recognition writes them: "jason parser" for JsonParser.</summary>
    Heard,

    /// <summary>It sounds the same: "a sink" for Async.</summary>
    Sound,

    /// <summary>A few letters are different.</summary>
    Spelling,
}
