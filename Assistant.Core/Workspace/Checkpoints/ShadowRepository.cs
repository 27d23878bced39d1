using System.Globalization;
using System.Text;
using Assistant.Core.Settings;

namespace Assistant.Core.Workspace.Checkpoints;

/// <summary>
/// A git repository in the data folder that keeps how a workspace was, as trees without commits. It has an index of its own, so that the next tree costs no
/// more than what has changed since. Throws <see cref="GitException"/>.
/// </summary>
internal sealed class ShadowRepository(string program, string repository, string root)
{
    // Every file is kept byte for byte, whatever the workspace's own attributes want to be made of it. What stands here wins over them.
    private const string Attributes = "* -text -filter -ident -working-tree-encoding\n";

    private readonly GitProgram _git = new(program, repository, root);

    /// <summary>Keeps these files as they are now.</summary>
    /// <returns>The tree that holds them.</returns>
    public async Task<string> TakeAsync(string id, IEnumerable<string> files, CancellationToken cancellationToken)
    {
        await CreateAsync(cancellationToken);
        var known = Encoding.UTF8.GetString(await _git.RunAsync(["ls-files", "-z"], default, cancellationToken)).Split('\0', StringSplitOptions.RemoveEmptyEntries);
        var names = Encoding.UTF8.GetBytes(string.Join('\0', files.Union(known, StringComparer.Ordinal)));
        await _git.RunAsync(["update-index", "--add", "--remove", "-z", "--stdin"], names, cancellationToken);
        var tree = Encoding.ASCII.GetString(await _git.RunAsync(["write-tree"], default, cancellationToken)).Trim();

        // What no reference leads to would be swept away some day.
        await _git.RunAsync(["update-ref", $"refs/checkpoints/{id}", tree], default, cancellationToken);
        return tree;
    }

    /// <summary>The files of a tree: their paths, whether they can be executed, and the names of their contents. Links are not among them.</summary>
    public async Task<IReadOnlyDictionary<string, (bool IsExecutable, string Blob)>> FilesAsync(string tree, CancellationToken cancellationToken)
    {
        var files = new Dictionary<string, (bool, string)>(StringComparer.Ordinal);
        var list = Encoding.UTF8.GetString(await _git.RunAsync(["ls-tree", "-r", "-z", tree], default, cancellationToken));
        foreach (var entry in list.Split('\0', StringSplitOptions.RemoveEmptyEntries))
        {
            // "100644 blob 257cc5642cb1a054f08cc83f2d943e56fd3ebe99\tsrc/Basket.cs"
            var tab = entry.IndexOf('\t', StringComparison.Ordinal);
            if (entry[..tab].Split(' ') is ["100644" or "100755", "blob", var blob])
            {
                files[entry[(tab + 1)..]] = (entry.StartsWith("100755", StringComparison.Ordinal), blob);
            }
        }

        return files;
    }

    /// <summary>Contents by their names.</summary>
    public async Task<IReadOnlyList<byte[]>> ReadAsync(IReadOnlyList<string> blobs, CancellationToken cancellationToken)
    {
        var output = await _git.RunAsync(["cat-file", "--batch"], Encoding.ASCII.GetBytes(string.Concat(blobs.Select(blob => blob + "\n"))), cancellationToken);
        var contents = new List<byte[]>();
        for (var at = 0; at < output.Length;)
        {
            // "257cc5642cb1a054f08cc83f2d943e56fd3ebe99 blob 4\nfoo\n\n"
            var start = Array.IndexOf(output, (byte)'\n', at) + 1;
            if (Encoding.ASCII.GetString(output[at..(start - 1)]).Split(' ') is not [_, "blob", var size])
            {
                throw new GitException("A content is missing.");
            }

            var end = start + int.Parse(size, CultureInfo.InvariantCulture);
            contents.Add(output[start..end]);
            at = end + 1;
        }

        return contents;
    }

    private async Task CreateAsync(CancellationToken cancellationToken)
    {
        var attributes = Path.Combine(repository, "info", "attributes");
        OwnedFolder.Create(repository);

        // Left by a git that was ended; nobody else works here.
        File.Delete(Path.Combine(repository, "index.lock"));
        if (File.Exists(attributes))
        {
            return;
        }

        await _git.RunAsync(["init", "--quiet", "--template="], default, cancellationToken);
        Directory.CreateDirectory(Path.GetDirectoryName(attributes)!);
        await File.WriteAllTextAsync(attributes, Attributes, cancellationToken);
    }
}
