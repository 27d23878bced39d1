using System.Diagnostics;
using System.Runtime.Versioning;
using System.Text;
using Assistant.Core.Tools;
using Assistant.Core.Workspace;
using Assistant.Core.Workspace.Files;
using FsCheck;
using FsCheck.Fluent;

namespace Assistant.Tests.Workspace;

public sealed class WorkspaceFilesTests : IDisposable
{
    private readonly TestFolder _folder = new();
    private readonly WorkspaceFiles _files;

    public WorkspaceFilesTests() => _files = _folder.Files();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_file_is_written_only_over_what_was_expected()
    {
        _folder.Write("a.txt", "one");
        var place = _files.Resolve("a.txt");
        var hash = WorkspaceFiles.HashOf("one"u8);

        Assert.True(await WriteAsync("a.txt", "two", hash));
        Assert.False(await WriteAsync("a.txt", "three", hash));
        Assert.False(await WriteAsync("a.txt", "three", expected: null));
        Assert.True(await WriteAsync("new/b.txt", "b", expected: null));
        Assert.False(await _files.TryDeleteAsync(place, hash, CancellationToken.None));

        Assert.Equal("two", File.ReadAllText(place.Full));
        Assert.Equal(["a.txt", "b.txt"], Directory.GetFiles(_folder.Root, "*", SearchOption.AllDirectories).Select(Path.GetFileName).Order());
    }

    [UnixFact]
    [UnsupportedOSPlatform("windows")]
    public async Task A_file_keeps_its_permissions()
    {
        var path = _folder.Write("run.sh", "one");
        var before = "one";
        foreach (var mode in (UnixFileMode[])[(UnixFileMode)0b111_101_101, (UnixFileMode)0b110_000_000, (UnixFileMode)0b110_110_110])
        {
            File.SetUnixFileMode(path, mode);

            Assert.True(await WriteAsync("run.sh", $"{mode}", WorkspaceFiles.HashOf(Encoding.UTF8.GetBytes(before))));

            Assert.Equal(mode, File.GetUnixFileMode(path));
            before = $"{mode}";
        }
    }

    [UnixFact]
    public async Task Another_name_of_the_same_file_keeps_its_text()
    {
        var path = _folder.Write("a.txt", "one");
        Process.Start("ln", [path, Path.Combine(_folder.Outside, "hard.txt")])!.WaitForExit();

        Assert.True(await WriteAsync("a.txt", "two", WorkspaceFiles.HashOf("one"u8)));

        Assert.Equal("one", File.ReadAllText(Path.Combine(_folder.Outside, "hard.txt")));
    }

    [Fact]
    public async Task What_is_no_file_says_so_in_words_without_full_paths()
    {
        _folder.Write("src/A.cs", "class A;");

        var missing = await Assert.ThrowsAsync<ToolException>(() => _files.ReadAsync(_files.Resolve("B.cs"), CancellationToken.None));
        var folder = await Assert.ThrowsAsync<ToolException>(() => _files.ReadAsync(_files.Resolve("src"), CancellationToken.None));
        var under = await Assert.ThrowsAsync<ToolException>(() => WriteAsync("src/A.cs/B.cs", "", expected: null));

        Assert.Equal("There is no file B.cs.", missing.Message);
        Assert.Equal("src is a folder.", folder.Message);
        Assert.DoesNotContain(_folder.Root, under.Message);
    }

    [UnixFact]
    public async Task A_pipe_is_read_as_nothing_instead_of_for_ever()
    {
        Process.Start("mkfifo", [_folder.PathOf("pipe")])!.WaitForExit();

        Assert.Empty(await _files.ReadAsync(_files.Resolve("pipe"), CancellationToken.None));
    }

    [Theory]
    [InlineData(FileEncoding.Utf8, new byte[] { 0x61, 0xC3, 0xA9 })]
    [InlineData(FileEncoding.Utf8WithBom, new byte[] { 0xEF, 0xBB, 0xBF, 0x61, 0xC3, 0xA9 })]
    [InlineData(FileEncoding.Utf16LittleEndian, new byte[] { 0xFF, 0xFE, 0x61, 0, 0xE9, 0 })]
    [InlineData(FileEncoding.Utf16BigEndian, new byte[] { 0xFE, 0xFF, 0, 0x61, 0, 0xE9 })]
    [InlineData(FileEncoding.Latin1, new byte[] { 0x61, 0xE9 })]
    public void Text_is_read_in_the_encoding_it_is_in(FileEncoding encoding, byte[] bytes)
    {
        var text = FileText.Decode(bytes);

        Assert.Equal(new FileText("aé", encoding), text);
        Assert.Equal(bytes, text!.Encode());
    }

    [Fact]
    public void No_byte_of_a_text_is_lost()
    {
        var marks = Gen.Elements<byte[]>([], [0xEF, 0xBB, 0xBF], [0xFF, 0xFE], [0xFE, 0xFF], [0xFF, 0xFE, 0, 0]);
        var bytes = from mark in marks
                    from rest in Gen.OneOf(Gen.Choose(0, 255).ListOf(), Gen.Elements(0x0A, 0x0D, 0x61, 0xC3, 0xA9, 0xD8, 0xDC).ListOf())
                    select (byte[])[.. mark, .. rest.Select(unit => (byte)unit)];

        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(1000),
            Prop.ForAll(bytes.ToArbitrary(), all => FileText.Decode(all) is not { } text || text.Encode().SequenceEqual(all)));
    }

    [Fact]
    public void Characters_that_a_file_cannot_hold_are_refused()
    {
        Assert.Throws<ToolException>(() => new FileText("10 €", FileEncoding.Latin1).Encode());
        Assert.Throws<ToolException>(() => new FileText("\ud83d", FileEncoding.Utf8).Encode());
    }

    [Fact]
    public void Bytes_that_are_no_text_are_none()
    {
        Assert.Null(FileText.Decode([0x7F, 0x45, 0x4C, 0x46, 0]));
        Assert.Null(FileText.Decode([0xFF, 0xFE, 0x61]));
    }

    [Fact]
    public async Task A_line_of_a_large_file_is_read_without_the_rest()
    {
        await using (var file = File.Create(_folder.PathOf("large.log")))
        {
            var megabyte = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(new string('x', 99) + "\n", 10_000)));
            for (var count = 0; count < 200; count++)
            {
                await file.WriteAsync(megabyte);
            }

            await file.WriteAsync("the end"u8.ToArray());
        }

        await Assert.ThrowsAsync<ToolException>(() => _files.ReadAsync(_files.Resolve("large.log"), CancellationToken.None));
        using var reader = new StreamReader(_files.Open(_files.Resolve("large.log")), Encoding.UTF8, true, LineWindow.BufferSize);
        var window = await LineWindow.ReadAsync(reader, 2_000_001, 2_000_001, toEnd: true, CancellationToken.None);

        Assert.Equal(["the end"], window.Lines);
        Assert.Equal(2_000_001, window.Total);
    }

    [Theory]
    [InlineData("", 1, "")]
    [InlineData("a", 1, "a")]
    [InlineData("a\n", 1, "a")]
    [InlineData("a\r\nb\r\n\r\n", 3, "a|b|")]
    [InlineData("\n", 1, "")]
    public async Task Lines_are_counted_as_editors_do(string text, int total, string lines)
    {
        var window = await LineWindow.ReadAsync(new StringReader(text), 1, 100, toEnd: true, CancellationToken.None);

        Assert.Equal(total, window.Total);
        Assert.Equal(lines, string.Join('|', window.Lines));
    }

    [Theory]
    [InlineData(2000, false)]
    [InlineData(2001, true)]
    [InlineData(5_000_000, true)]
    public async Task A_long_line_is_cut_and_says_so(int length, bool isCut)
    {
        var text = new string('a', length);

        var window = await LineWindow.ReadAsync(new StringReader($"{text}\r\nb"), 1, 2, toEnd: false, CancellationToken.None);

        Assert.Equal([isCut ? $"{text[..2000]}… (line cut)" : text, "b"], window.Lines);
        Assert.Equal(isCut ? 1 : 0, window.CutLines);
    }

    private Task<bool> WriteAsync(string path, string text, string? expected) =>
        _files.TryWriteAsync(_files.Resolve(path), Encoding.UTF8.GetBytes(text), expected, CancellationToken.None);
}
