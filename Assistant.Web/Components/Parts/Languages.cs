namespace Assistant.Web.Components.Parts;

/// <summary>Every language that can be picked, in the order of the picker.</summary>
public static class Languages
{
    public static readonly Language PlainText = new("Plain text", "text", "plaintext", "txt", "plain", "plaintext");

    public static readonly Language CSharp = new("C#", "csharp", "csharp", "cs", "c#");

    public static readonly IReadOnlyList<Language> All =
    [
        CSharp,
        new("TypeScript", "typescript", "typescript", "ts", "tsx"),
        new("JavaScript", "javascript", "javascript", "js", "jsx", "mjs"),
        new("Python", "python", "python", "py", "python3"),
        new("Java", "java", "java"),
        new("Go", "go", "go", "golang"),
        new("Rust", "rust", "rust", "rs"),
        new("C++", "cpp", "cpp", "c++", "cc", "cxx", "hpp"),
        new("C", "c", "c", "h"),
        new("F#", "fsharp", "fsharp", "fs", "f#"),
        new("Visual Basic", "vb", "vb", "vbnet", "visualbasic"),
        new("Kotlin", "kotlin", "kotlin", "kt", "kts"),
        new("Swift", "swift", "swift"),
        new("PHP", "php", "php"),
        new("Ruby", "ruby", "ruby", "rb"),
        new("SQL", "sql", "sql", "tsql", "postgresql", "mysql"),
        new("HTML", "html", "html", "htm", "razor", "cshtml"),
        new("CSS", "css", "css"),
        new("JSON", "json", "json", "jsonc"),
        new("YAML", "yaml", "yaml", "yml"),
        new("XML", "xml", "xml", "csproj", "xaml", "svg"),
        new("Markdown", "markdown", "markdown", "md"),
        new("Shell", "bash", "shell", "sh", "shell", "zsh", "console"),
        new("PowerShell", "powershell", "powershell", "ps1", "pwsh"),
        PlainText,
    ];

    private static readonly Dictionary<string, Language> ByName = All.ToDictionary(language => language.Name, StringComparer.OrdinalIgnoreCase);

    private static readonly Dictionary<string, Language> ByTag = All
        .SelectMany(language => language.OtherTags.Prepend(language.Tag), (language, tag) => (language, tag))
        .ToDictionary(pair => pair.tag, pair => pair.language, StringComparer.OrdinalIgnoreCase);

    /// <summary>The language a person picked; plain text where there is none of that name.</summary>
    public static Language Named(string name) => ByName.GetValueOrDefault(name, PlainText);

    /// <summary>The language a code fence names; none where it is not one of ours.</summary>
    public static Language? Tagged(string tag) => ByTag.GetValueOrDefault(tag);
}
