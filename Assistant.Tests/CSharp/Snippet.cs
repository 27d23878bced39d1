using Assistant.Core.BuiltIn;
using Assistant.Core.CSharp;
using Assistant.Tests.Conventions;

namespace Assistant.Tests.CSharp;

/// <summary>
/// A piece of C# in Snippets/, and beside it what Refactor is to make of it. Where the outcome is another one, it is written beside the
/// tests' own files, to be looked at and, when it is right, put in the place of the old one.
/// </summary>
internal static class Snippet
{
    private const string Folder = "Assistant.Tests/CSharp/Snippets";

    public static IEnumerable<string> Names { get; } =
        [.. SourceFiles.Under(Folder, ".txt").Select(path => Path.GetFileNameWithoutExtension(path)).Where(name => !name.Contains('.'))];

    /// <summary>Those that are whole programs, and whose output tells what they did.</summary>
    public static IEnumerable<string> Programs => Names.Where(name => name.StartsWith("run-", StringComparison.Ordinal));

    public static string Read(string name)
    {
        var code = SourceFiles.Read($"{Folder}/{name}.txt");
        return name.EndsWith("-crlf", StringComparison.Ordinal) ? code.ReplaceLineEndings("\r\n") : code;
    }

    /// <summary>The code, a blank line, and the list of changes.</summary>
    public static string Show(RefactoredCode refactored)
    {
        var changes = refactored.Changes.IsEmpty ? "(nothing)" : RefactorAnswer.ListOf(refactored.Changes);
        return $"{refactored.Code.TrimEnd()}\n\n{changes}\n".ReplaceLineEndings("\n");
    }

    public static void AssertIsAsReviewed(string name, string level, string shown)
    {
        var path = $"{Folder}/{name}.{level}.txt";
        var reviewed = File.Exists(Path.Combine(SourceFiles.Root, path)) ? SourceFiles.Read(path) : "";
        if (reviewed != shown)
        {
            var received = Path.Combine(AppContext.BaseDirectory, "received");
            Directory.CreateDirectory(received);
            File.WriteAllText(Path.Combine(received, Path.GetFileName(path)), shown);
            Assert.Fail($"{path} differs; what came out is in {received}.\n{shown}");
        }
    }
}
