using System.ComponentModel.DataAnnotations;

namespace Assistant.Core.Settings;

/// <summary>The text, or each text of a list, names a folder that is there; none is fine.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class ExistingFolderAttribute : ValidationAttribute
{
    public override bool IsValid(object? value) => value switch
    {
        null => true,
        string path => Directory.Exists(path),
        IEnumerable<string> paths => paths.All(Directory.Exists),
        _ => false,
    };
}
