using System.Security.Cryptography;
using System.Text;

namespace Assistant.Core.Conversations.Files;

/// <summary>Where an owner's conversations lie: a folder for each owner, a file for each conversation, and an index of both beside them.</summary>
internal sealed class ConversationFolder(string root)
{
    private const string Extension = ".jsonl";

    // Most file systems allow 255 bytes.
    private const int LongestName = 100;

    /// <summary>The end of the name of a conversation that can still be brought back.</summary>
    public const string Deleted = ".deleted";

    public string Root => root;

    public string Of(Owner owner) => Path.Combine(root, NameOf(owner.Id));

    public string IndexOf(Owner owner, string name) => Path.Combine(Of(owner), $"index.{name}");

    /// <summary>None for a text that is no id of ours, and so names no file.</summary>
    public string? FileOf(Owner owner, string id) => IsId(id) ? Path.Combine(Of(owner), id + Extension) : null;

    /// <summary>The owner's conversations that are not deleted, by id, with the sizes of their files in bytes.</summary>
    public IEnumerable<(string Id, long Size)> FilesOf(Owner owner) =>
        Directory.Exists(Of(owner))
            ? new DirectoryInfo(Of(owner)).EnumerateFiles("*" + Extension)
                .Select(file => (Path.GetFileNameWithoutExtension(file.Name), file.Length))
                .Where(file => IsId(file.Item1))
            : [];

    /// <summary>The deleted conversations that can no longer be brought back.</summary>
    public IEnumerable<string> DeletedBefore(Owner owner, DateTimeOffset moment) =>
        Directory.Exists(Of(owner))
            ? Directory.EnumerateFiles(Of(owner), "*" + Extension + Deleted).Where(path => File.GetLastWriteTimeUtc(path) < moment.UtcDateTime)
            : [];

    private static bool IsId(string id) => id.Length == 32 && id.All(char.IsAsciiHexDigitLower);

    // No two owners may share a folder, also where the file system takes capitals and small letters for the same.
    private static string NameOf(string owner)
    {
        var name = new StringBuilder();
        foreach (var unit in Encoding.UTF8.GetBytes(owner))
        {
            _ = char.IsAsciiLetterLower((char)unit) || char.IsAsciiDigit((char)unit) || unit is (byte)'-' or (byte)'_'
                ? name.Append((char)unit)
                : name.Append('%').Append(unit.ToString("x2", null));
        }

        return name.Length is > 0 and <= LongestName ? name.ToString() : "%" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(owner)));
    }
}
