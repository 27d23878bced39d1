namespace Assistant.Web.Endpoints;

/// <summary>Names for files that a person saves.</summary>
internal static class FileName
{
    private const int Longest = 60;

    /// <summary>The letters and digits of a title, with dashes for what is between them; "conversation" where there are none.</summary>
    public static string Of(string title)
    {
        var words = string.Concat(title.Select(character => char.IsAsciiLetterOrDigit(character) ? character : ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var name = string.Join('-', words).ToLowerInvariant();
        return name.Length == 0 ? "conversation" : name[..Math.Min(name.Length, Longest)].TrimEnd('-');
    }
}
