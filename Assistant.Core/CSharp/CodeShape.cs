namespace Assistant.Core.CSharp;

/// <summary>What a pasted piece of C# is a piece of.</summary>
public enum CodeShape
{
    /// <summary>Something that can stand alone: a file, types, or top-level statements.</summary>
    File,

    /// <summary>Methods, properties or fields without the type around them.</summary>
    Members,

    /// <summary>One expression without the statement around it.</summary>
    Expression,
}
