using Assistant.Core.CSharp;

namespace Assistant.Core.BuiltIn;

/// <summary>
/// Says the commonest compiler errors the way a colleague would, with what to write where that is always the same; the rest in the compiler's
/// own words. The errors: https://learn.microsoft.com/dotnet/csharp/language-reference/compiler-messages/
/// </summary>
public static class CompilerWords
{
    public static string For(CodeDescription.CompilerError error) => error.Hint is null ? Words(error) : $"{Words(error)} {error.Hint}";

    private static string Words(CodeDescription.CompilerError error) => error.Id switch
    {
        "CS1002" => "A semicolon is missing. Write `;` at the end of the statement.",
        "CS1513" => "A closing brace `}` is missing.",
        "CS1514" => "An opening brace `{` is missing.",
        "CS1026" => "A closing parenthesis `)` is missing.",
        "CS1003" => $"{error.Sentence}. Write what is named there.",
        "CS1022" => "There is a brace too many, or one was closed too early.",
        "CS1010" => "A text in quotation marks does not end on its line. Write `\"` at its end.",
        "CS1525" => $"Something is missing or too much here: {LowerFirst(error.Sentence)}.",
        "CS0161" => "Some way through the method ends without returning a value. Write a `return` at its end.",
        "CS0126" => "The method has to return a value, and this `return` has none.",
        "CS0127" => "The method returns nothing, so nothing may stand behind `return`.",
        "CS0165" => $"A variable may be read before it has a value: {LowerFirst(error.Sentence)}. Give it one where it is declared.",
        "CS0029" => $"A value has the wrong type: {LowerFirst(error.Sentence)}.{Conversion(error)}",
        "CS0266" => $"A value has the wrong type: {LowerFirst(error.Sentence)}. Write `({NameIn(error, 1)})` in front of it if nothing is lost by that.",
        "CS1503" => $"An argument has the wrong type: {LowerFirst(error.Sentence)}.",
        "CS7036" or "CS1501" => $"The arguments do not fit the parameters: {LowerFirst(error.Sentence)}.",
        "CS1061" or "CS0117" => $"The type has no such member: {LowerFirst(error.Sentence.Split(" and no accessible")[0])}.",
        "CS0122" => $"{error.Sentence}. Make it `public` or `internal`, or use something that is.",
        "CS0128" or "CS0136" => $"The name is already taken: {LowerFirst(error.Sentence)}. Choose another.",
        "CS0101" or "CS0102" or "CS0111" => $"It is declared twice: {LowerFirst(error.Sentence)}. Rename or remove one.",
        "CS0106" => $"A word in front of the declaration does not belong there: {LowerFirst(error.Sentence)}. Remove it.",
        "CS0120" => $"{error.Sentence}. Make an object first, or make the member `static`.",
        "CS0131" => "What stands left of `=` cannot be assigned to. Write `==` to compare.",
        "CS0191" => "A `readonly` field is only set where it is declared or in the constructor. Remove `readonly` or set it there.",
        "CS0200" => $"{error.Sentence}. Give it a `set`.",
        "CS0201" => "This computes something and does nothing with it. Assign it, or call something.",
        "CS0246" or "CS0103" => $"{error.Sentence}.",
        "CS0501" => $"{error.Sentence}. Write a body in braces.",
        "CS0534" or "CS0535" => $"{error.Sentence}. Write that member.",
        "CS1983" => "An `async` method returns `void`, `Task`, `Task<T>` or the like. Wrap its type in `Task<…>`.",
        "CS1996" => "`await` cannot stand inside a `lock`. Use a `SemaphoreSlim` with `WaitAsync`.",
        "CS4032" or "CS4033" => "`await` is used in a method that is not `async`. Write `async` in front of its return type, and return a `Task`.",
        "CS8078" => "The expression is too long or too deeply nested for the compiler.",
        "CS8803" => "Statements that stand alone come before the types of a file. Move them up.",
        "CS9035" => $"{error.Sentence}. Set it in braces behind `new`.",
        _ => $"{error.Sentence}.",
    };

    private static string Conversion(CodeDescription.CompilerError error) => (NameIn(error, 0), NameIn(error, 1)) switch
    {
        (_, "string") => " Write `.ToString()` behind it.",
        ("string", "int" or "long" or "double" or "decimal" or "bool" or "float") => $" Write `{NameIn(error, 1)}.Parse(…)` around it.",
        ("int", "bool") => " Write a comparison such as `!= 0`.",
        ({ } from, not null) when from.StartsWith("System.Threading.Tasks.Task<", StringComparison.Ordinal) => " Write `await` in front of it.",
        _ => "",
    };

    // The compiler names types between quotation marks, first what is there, then what is wanted.
    private static string? NameIn(CodeDescription.CompilerError error, int index) => error.Sentence.Split('\'').ElementAtOrDefault((2 * index) + 1);

    private static string LowerFirst(string sentence) =>
        sentence.Length > 1 && char.IsLower(sentence[1]) ? char.ToLowerInvariant(sentence[0]) + sentence[1..] : sentence;
}
