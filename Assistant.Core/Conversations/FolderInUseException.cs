namespace Assistant.Core.Conversations;

/// <summary>Two servers would write into the same files.</summary>
public sealed class FolderInUseException(string folder, string holder)
    : Exception($"Another Assistant ({holder}) keeps its conversations in {folder}: stop it, or give this one a folder of its own with Assistant:Data.");
