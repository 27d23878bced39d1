namespace Assistant.Core.Voice.Sentences;

/// <summary>What the first characters of a line begin.</summary>
internal enum LineStart
{
    /// <summary>More characters will tell.</summary>
    Unknown,

    Text,
    Heading,
    Quote,

    /// <summary>Of a list.</summary>
    Item,

    /// <summary>Of a list with numbers, but not the first: in a paragraph it is only a number.</summary>
    LaterItem,

    /// <summary>Of a table.</summary>
    Row,

    /// <summary>A fence, if the line has nothing that no fence has.</summary>
    Fence,
}
