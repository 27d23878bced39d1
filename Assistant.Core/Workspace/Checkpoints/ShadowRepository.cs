using System.Globalization;
using System.Text;
using Assistant.Core.Settings;

namespace Assistant.Core.Workspace.Checkpoints;

/// <summary>
/// A git repository in the data folder that keeps how a workspace was, with a reference to each time. It has an index of its own, so that the next time costs no
/// more than what has changed since. Throws <see cref="GitException"/>.
/// </summary>
internal sealed class ShadowRepository(string program, string repository, string root)
{
    // Every file is kept byte for byte, whatever the workspace's own attributes want to be made of it. What stands here wins over them.
    private const string Attributes = "* -text -filter -ident -working-tree-encoding\n";

    // The first time there are many files: together they take half as long as one by one.
    private static readonly string[] IntoOnePack = ["-c", "core.bigFileThreshold=1"];

    private readonly GitProgram _git = new(program, repository, root);

    /// <summary>Keeps these files as they are now.</summary>
    /// <returns>What the tree that holds them is found by.</returns>
    public async Task<string> TakeAsync(string id, IEnumerable<string> files, CancellationToken cancellationToken)
    {
        await CreateAsync(cancellationToken);
        var known = Encoding.UTF8.GetString(await _git.RunAsync(["ls-files", "-z"], default, cancellationToken)).Split('\0', StringSplitOptions.RemoveEmptyEntries);
        var names = Encoding.UTF8.GetBytes(string.Join('\0', files.Union(known, StringComparer.Ordinal)));
        await _git.RunAsync([.. known.Length == 0 ? IntoOnePack : [], "update-index", "--add", "--remove", "-z", "--stdin"], names, cancellationToken);
        var index = Encoding.ASCII.GetString(await _git.RunAsync(["ls-files", "--stage"], default, cancellationToken));
        var reference = $"refs/checkpoints/{id}";
        await _git.RunAsync(["fast-import", "--quiet"], Encoding.ASCII.GetBytes(CommitOf(index, reference)), cancellationToken);
        return reference;
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

    /// <summary>
    /// As fast-import wants it, which writes all folders into one pack; write-tree makes a file for each. A name that needs quotes has them in the index, too.
    /// </summary>
    private static string CommitOf(string index, string reference)
    {
        var commit = new StringBuilder($"commit {reference}\ncommitter assistant <assistant> 0 +0000\ndata 0\n");
        foreach (var line in index.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            // "100644 257cc5642cb1a054f08cc83f2d943e56fd3ebe99 0\tsrc/Basket.cs"
            var tab = line.IndexOf('\t', StringComparison.Ordinal);
            commit.Append("M ").Append(line, 0, tab - 1).Append(line, tab + 1, line.Length - tab - 1).Append('\n');
        }

        return commit.ToString();
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
