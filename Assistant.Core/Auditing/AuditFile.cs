using System.Text;
using Assistant.Core.Settings;

namespace Assistant.Core.Auditing;

/// <summary>The file of the audit log. Once it is full it becomes the first of the old ones, of which a few are kept.</summary>
internal sealed class AuditFile(string path)
{
    /// <summary>In bytes; some 25,000 lines.</summary>
    public const long Full = 5 * 1024 * 1024;

    public const int OldOnes = 5;

    public void Add(IEnumerable<string> lines)
    {
        OwnedFolder.Create(Path.GetDirectoryName(path)!);
        if (new FileInfo(path) is { Exists: true, Length: >= Full })
        {
            SetAside();
        }

        // One write, so that no line stands there in part.
        using var file = new FileStream(path, Appending());
        file.Write(Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => line + '\n'))));
    }

    private static FileStreamOptions Appending()
    {
        var options = new FileStreamOptions { Mode = FileMode.Append, Access = FileAccess.Write, Share = FileShare.ReadWrite };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return options;
    }

    private void SetAside()
    {
        for (var number = OldOnes - 1; number > 0; number--)
        {
            if (File.Exists(Old(number)))
            {
                File.Move(Old(number), Old(number + 1), overwrite: true);
            }
        }

        File.Move(path, Old(1), overwrite: true);
    }

    private string Old(int number) => FormattableString.Invariant($"{path}.{number}");
}
