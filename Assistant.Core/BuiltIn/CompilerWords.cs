using Assistant.Core.CSharp;

namespace Assistant.Core.BuiltIn;

/// <summary>Says the commonest compiler errors the way a colleague would; the rest in the compiler's own words.</summary>
public static class CompilerWords
{
    public static string For(CodeDescription.CompilerError error) => error.Id switch
    {
        "CS1002" => "A semicolon is missing.",
        "CS1513" => "A closing brace `}` is missing.",
        "CS1514" => "An opening brace `{` is missing.",
        "CS1026" => "A closing parenthesis `)` is missing.",
        "CS1525" => $"Something is missing or too much here: {LowerFirst(error.Sentence)}.",
        "CS0161" => "Some way through the method ends without returning a value.",
        "CS0165" => $"A variable may be read before it has a value: {LowerFirst(error.Sentence)}.",
        "CS0029" or "CS0266" => $"A value has the wrong type: {LowerFirst(error.Sentence)}.",
        "CS1061" or "CS0117" => $"The type has no such member: {LowerFirst(error.Sentence)}.",
        "CS0128" or "CS0136" => $"The name is already taken: {LowerFirst(error.Sentence)}.",
        "CS0106" => $"A word in front of the declaration does not belong there: {LowerFirst(error.Sentence)}.",
        "CS4032" or "CS4033" => "`await` is used in a method that is not `async`.",
        "CS8078" => "The expression is too long or too deeply nested for the compiler.",
        _ => $"{error.Sentence}.",
    };

    private static string LowerFirst(string sentence) =>
        sentence.Length > 1 && char.IsLower(sentence[1]) ? char.ToLowerInvariant(sentence[0]) + sentence[1..] : sentence;
}
