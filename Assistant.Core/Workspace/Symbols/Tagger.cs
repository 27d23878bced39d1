using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Assistant.Core.Workspace.Symbols;

/// <summary>
/// What files of other languages than C# declare, as universal-ctags reads them where it is installed. It is handed their bytes, and so needs, and on Linux
/// gets, no files and no network: who can write a source file could make it stumble.
/// </summary>
internal sealed class Tagger : IDisposable
{
    private const string Languages =
        "C,C++,Clojure,D,Elixir,Erlang,Fortran,Go,Haskell,Java,JavaScript,Julia,Kotlin,Lua,ObjectiveC,OCaml,Perl,PHP,PowerShell,Python,R,Ruby,Rust,Sh,SQL,TypeScript";

    // Longer than any file takes that somebody wrote.
    private static readonly TimeSpan FileTime = TimeSpan.FromSeconds(5);

    private static readonly HashSet<string> Endings = new(StringComparer.OrdinalIgnoreCase)
    {
        ".c", ".h", ".cc", ".cpp", ".cxx", ".hpp", ".clj", ".d", ".ex", ".exs", ".erl", ".f90", ".go", ".hs", ".java", ".js", ".jsx", ".mjs", ".jl", ".kt", ".lua",
        ".m", ".ml", ".pl", ".pm", ".php", ".ps1", ".py", ".r", ".rb", ".rs", ".sh", ".sql", ".ts", ".tsx",
    };

    private readonly Process _program;

    private Tagger(Process program) => _program = program;

    public static bool Reads(string path) => Endings.Contains(Path.GetExtension(path));

    /// <summary>Nothing where it is not installed, or is another program of that name.</summary>
    public static async Task<Tagger?> StartAsync(CancellationToken cancellationToken)
    {
        // Nothing but this line says what it does: it would take its options from the folder it stands in as well.
        string[] arguments =
        [
            "--options=NONE", $"--_interactive={(OperatingSystem.IsLinux() ? "sandbox" : "default")}", "--output-format=json", "--fields=+nKSs",
            $"--languages={Languages}",
        ];
        var start = new ProcessStartInfo("ctags", arguments)
        {
            WorkingDirectory = Path.GetTempPath(),
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        start.Environment.Clear();
        start.Environment["PATH"] = Environment.GetEnvironmentVariable("PATH");
        var tagger = TryStart(start);
        try
        {
            using var time = new CancellationTokenSource(FileTime);
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(time.Token, cancellationToken);
            if (tagger is not null && await tagger.ReadAsync(stop.Token) is { Type: "program" })
            {
                return tagger;
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // It is another program, which waits for something else.
        }
        catch
        {
            tagger?.Dispose();
            throw;
        }

        tagger?.Dispose();
        return null;
    }

    /// <summary>What the file declares; nothing when the program has ended, and so can tell no more.</summary>
    public async Task<IReadOnlyList<SymbolPlace>?> ReadAsync(string path, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        using var time = new CancellationTokenSource(FileTime);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(time.Token, cancellationToken);
        try
        {
            var command = JsonSerializer.SerializeToUtf8Bytes(new { command = "generate-tags", filename = Path.GetFileName(path), size = content.Length });
            var input = _program.StandardInput.BaseStream;
            await input.WriteAsync(command, stop.Token);
            await input.WriteAsync("\n"u8.ToArray(), stop.Token);
            await input.WriteAsync(content, stop.Token);
            await input.FlushAsync(stop.Token);
            var places = new List<SymbolPlace>();
            while (await ReadAsync(stop.Token) is { } tag)
            {
                if (tag.Type == "completed")
                {
                    return places;
                }

                if (tag is { Type: "tag", Name: { Length: > 0 } name })
                {
                    places.Add(new SymbolPlace(name, tag.Scope ?? "", tag.Kind ?? "symbol", tag.Signature ?? "", path, tag.Line));
                }
            }

            return null;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
        catch (IOException)
        {
            return null;
        }
    }

    public void Dispose()
    {
        _program.Kill();
        _program.Dispose();
    }

    private static Tagger? TryStart(ProcessStartInfo start)
    {
        try
        {
            var program = Process.Start(start)!;
            program.ErrorDataReceived += (_, _) => { };
            program.BeginErrorReadLine();
            return new Tagger(program);
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    private async Task<Tag?> ReadAsync(CancellationToken cancellationToken)
    {
        if (await _program.StandardOutput.ReadLineAsync(cancellationToken) is not { } line)
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize<Tag>(line, JsonSerializerOptions.Web);
        }
        catch (JsonException)
        {
            // A name in an encoding of its own.
            return new Tag();
        }
    }

    private sealed record Tag
    {
        [JsonPropertyName("_type")]
        public string? Type { get; init; }

        public string? Name { get; init; }

        public string? Kind { get; init; }

        public string? Scope { get; init; }

        public string? Signature { get; init; }

        public int Line { get; init; }
    }
}
