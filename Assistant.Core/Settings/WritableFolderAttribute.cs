using System.ComponentModel.DataAnnotations;

namespace Assistant.Core.Settings;

/// <summary>The text is a folder this process can write to. One that is missing is made, readable to its owner alone.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class WritableFolderAttribute : ValidationAttribute
{
    public override bool IsValid(object? value)
    {
        if (value is not string path)
        {
            return false;
        }

        try
        {
            OwnedFolder.Create(path);
            using var probe = new FileStream(
                Path.Combine(path, $".{Guid.NewGuid():N}"), FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
            return true;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return false;
        }
    }
}
