using Microsoft.AspNetCore.Components;

namespace Assistant.Web.Components.Agent;

/// <summary>The files of a folder as buttons, and those of the folders in it folded away.</summary>
public sealed partial class FolderFiles : ComponentBase
{
    [Parameter, EditorRequired] public required FolderTree Folder { get; set; }

    /// <summary>The paths of files that a run changed.</summary>
    [Parameter, EditorRequired] public required IReadOnlySet<string> Changed { get; set; }

    /// <summary>The path of the file that is shown.</summary>
    [Parameter] public string? Open { get; set; }

    [Parameter] public EventCallback<string> OnOpen { get; set; }

    private static string NameOf(string path) => path[(path.LastIndexOf('/') + 1)..];
}
