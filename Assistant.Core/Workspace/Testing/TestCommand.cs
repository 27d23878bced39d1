namespace Assistant.Core.Workspace.Testing;

/// <summary>What runs a workspace's tests.</summary>
/// <param name="Text">As it is typed in a shell.</param>
public sealed record TestCommand(TestKind Kind, string Program, IReadOnlyList<string> Arguments, string Text)
{
    // What only a shell understands.
    private static readonly char[] ShellSigns = [.. "|&;<>()$`\"'\\*?[]#~={}!\n"];

    /// <summary>A command made of plain words.</summary>
    public static TestCommand Of(TestKind kind, string program, params IReadOnlyList<string> arguments) =>
        new(kind, program, arguments, string.Join(' ', arguments.Select(argument => argument.Contains(' ', StringComparison.Ordinal) ? $"\"{argument}\"" : argument).Prepend(program)));

    /// <summary>The command that a person wrote. What needs a shell is given to one, and its results are then known by its exit code alone.</summary>
    public static TestCommand Parse(string text)
    {
        if (text.IndexOfAny(ShellSigns) >= 0)
        {
            return OperatingSystem.IsWindows()
                ? new TestCommand(TestKind.Other, "cmd", ["/d", "/s", "/c", text], text)
                : new TestCommand(TestKind.Other, "/bin/sh", ["-c", text], text);
        }

        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return new TestCommand(KindOf(words), words[0], words[1..], text);
    }

    private static TestKind KindOf(string[] words) => words switch
    {
        ["dotnet", "test", ..] => TestKind.DotNet,
        ["npm" or "pnpm" or "yarn" or "bun", "test" or "t", ..] or ["npm" or "pnpm" or "yarn" or "bun", "run", ..] or ["node" or "npx", ..] => TestKind.Node,
        ["pytest", ..] or [_, "-m", "pytest", ..] => TestKind.Pytest,
        ["go", "test", ..] => TestKind.Go,
        ["cargo", "test", ..] => TestKind.Cargo,
        _ => TestKind.Other,
    };
}
