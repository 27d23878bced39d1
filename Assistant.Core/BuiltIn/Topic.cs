namespace Assistant.Core.BuiltIn;

/// <summary>What a person wants to know about code, as far as the engine can tell them.</summary>
public enum Topic
{
    /// <summary>Something only a model can answer.</summary>
    Other,

    /// <summary>What the code is, in general.</summary>
    Description,

    /// <summary>What it declares.</summary>
    Declarations,

    /// <summary>Whether it compiles, and why not.</summary>
    Errors,

    /// <summary>How tangled it is.</summary>
    Complexity,

    /// <summary>What Refactor would change.</summary>
    Changes,

    /// <summary>The code itself, refactored.</summary>
    Refactoring,
}
