using System.Globalization;
using Assistant.Core.Workspace.Symbols;

namespace Assistant.Tests.Workspace;

public sealed class SymbolNamesTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_most_useful_names_are_those_of_types_in_what_was_changed_last()
    {
        WriteAt("src/Old.cs", "class Old { int First; int Second; }", "2026-01-01");
        WriteAt("src/New.cs", "class New { public New() { } int Third; int First; } enum Kind { Small }", "2026-02-01");
        using var index = new SymbolIndex(_folder.Files());

        Assert.Equal(["New", "Kind", "Old", "Third", "First", "Small", "Second"], await index.NamesAsync(1000, CancellationToken.None));
        Assert.Equal(["New", "Kind", "Old"], await index.NamesAsync("New, Kind, Old".Length, CancellationToken.None));
        Assert.Equal(["New", "Kind"], await index.NamesAsync("New, Kind, Old".Length - 1, CancellationToken.None));
        Assert.Empty(await index.NamesAsync(0, CancellationToken.None));
    }

    [Fact]
    public async Task Names_that_are_known_are_had_without_waiting()
    {
        _folder.Write("src/All.cs", "class First { int Second; }");
        using var index = new SymbolIndex(_folder.Files());

        Assert.Empty(index.TryNames(1000));
        await index.WarmAsync(CancellationToken.None);

        Assert.Equal(["First", "Second"], index.TryNames(1000));
        Assert.Equal(["First"], index.TryNames(10));
    }

    private void WriteAt(string path, string text, string day) =>
        File.SetLastWriteTimeUtc(_folder.Write(path, text), DateTime.Parse(day, CultureInfo.InvariantCulture));
}
