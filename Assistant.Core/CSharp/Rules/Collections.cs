namespace Assistant.Core.CSharp.Rules;

internal static class Collections
{
    public static StockRule[] Rules { get; } =
    [
        new("IDE0017", "The properties are set where the object is made."),
        new("IDE0028", "The collection is filled where it is made.") { Options = "dotnet_style_prefer_collection_expression = when_types_exactly_match" },
        new("IDE0300", "A collection expression lists the elements; the type is already on the left."),
        new("IDE0301", "`[]` is the empty collection; the type is already on the left."),
        new("IDE0303", "A collection expression lists the elements; the type is already on the left."),
        new("IDE0304", "A collection expression lists the elements, so the builder is gone."),
        new("IDE0306", "A collection expression copies the elements; the type is already on the left."),
        new("IDE0056", "`^1` counts from the end."),
        new("IDE0057", "A range says from where to where, in place of arithmetic with lengths."),
        new("IDE0120", "The LINQ call takes the condition itself."),
        new("IDE0121", "`OfType` tests and converts in one step."),
        new("RCS1112", "Both conditions stand in one `Where`."),
        new("MA0029", "The LINQ call takes the condition itself."),
        new("MA0063", "Filtering first leaves less to sort."),
        new("MA0078", "`Cast` says what the lambda only did: convert each element."),
        new("MA0159", "`Order` sorts elements by themselves without a lambda."),
        new("RCS1196", "An extension method reads better after what it extends.") { IsSafe = true },
        new("CA1827", "`Any` stops at the first element; counting them all is not needed."),
        new("CA1829", "The collection knows its size, so nothing has to be counted."),
        new("CA1836", "`IsEmpty` asks what is meant, without counting."),
        new("CA1860", "The collection knows its size, so no enumerator has to be made."),
        new("CA1841", "The dictionary looks keys and values up itself."),
        new("CA1853", "`Remove` looks for the key by itself, so the test before it is gone."),
        new("CA1854", "`TryGetValue` looks the key up once instead of twice."),
        new("CA1864", "`TryAdd` looks the key up once instead of twice."),
        new("CA1868", "The set looks for the item by itself, so the test before it is gone."),
    ];
}
