namespace Assistant.Core.BuiltIn;

/// <summary>What a person wants, as far as the engine can tell them.</summary>
public enum Topic
{
    /// <summary>Something only a model can answer.</summary>
    Other,

    /// <summary>What the engine can do, or how to connect a model.</summary>
    Help,

    /// <summary>What the code is, in general.</summary>
    Description,

    /// <summary>What it declares.</summary>
    Declarations,

    /// <summary>What it uses that it does not declare.</summary>
    Dependencies,

    /// <summary>Whether it compiles, and why not.</summary>
    Errors,

    /// <summary>Whatever may be wrong with it: errors and hazards.</summary>
    Problems,

    /// <summary>How tangled it is.</summary>
    Complexity,

    /// <summary>Whether its asynchronous code is sound.</summary>
    Async,

    /// <summary>Whether everything is disposed.</summary>
    Disposal,

    /// <summary>What can be null.</summary>
    Nulls,

    /// <summary>What nothing uses.</summary>
    Unused,

    /// <summary>What Refactor would change.</summary>
    Changes,

    /// <summary>The code itself, refactored.</summary>
    Refactoring,

    /// <summary>Where a name is declared.</summary>
    Place,

    /// <summary>Where a name is used.</summary>
    Uses,

    /// <summary>What one member or type does.</summary>
    Member,

    /// <summary>Another name for something.</summary>
    Rename,

    /// <summary>To run the tests.</summary>
    Tests,
}
