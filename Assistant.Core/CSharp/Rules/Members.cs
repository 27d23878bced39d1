namespace Assistant.Core.CSharp.Rules;

internal static class Members
{
    public static StockRule[] Rules { get; } =
    [
        new("IDE0044", "The field is never assigned again, so it is readonly.") { NeedsWholeType = true, IsSafe = true },
        new("IDE0032", "The property only passes its field through, so the compiler can keep the field.") { NeedsWholeType = true },
        new("IDE0330", "The object is only locked, and `System.Threading.Lock` is made for that.") { NeedsWholeType = true },
        new("IDE0360", "The accessor does what the compiler writes by itself.") { IsSafe = true },
    ];
}
