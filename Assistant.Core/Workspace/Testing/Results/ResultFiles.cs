using System.Xml;
using System.Xml.Linq;

namespace Assistant.Core.Workspace.Testing.Results;

/// <summary>Reads the XML files that a test run left. The tests could write there too, so nothing in a file is trusted to be well-formed or small.</summary>
internal static class ResultFiles
{
    private const long MostCharacters = 64 * 1024 * 1024;

    /// <summary>None when there are no files, or when one of them cannot be read: part of the results is none.</summary>
    public static IReadOnlyList<XDocument>? Read(string folder, string pattern)
    {
        var files = new DirectoryInfo(folder).EnumerateFiles(pattern, new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint })
            .OrderBy(file => file.FullName, StringComparer.Ordinal);
        try
        {
            var documents = files.Select(Load).ToList();
            return documents.Count > 0 ? documents : null;
        }
        catch (XmlException)
        {
            // Cut off, most likely: the run was ended while it wrote.
            return null;
        }
    }

    private static XDocument Load(FileInfo file)
    {
        using var reader = XmlReader.Create(file.FullName, new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersInDocument = MostCharacters,
            CheckCharacters = false,
        });
        return XDocument.Load(reader);
    }
}
