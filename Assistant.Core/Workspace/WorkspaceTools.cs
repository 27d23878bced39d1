using System.Text.Json;
using System.Text.Json.Serialization;
using Assistant.Core.Tools;
using Assistant.Core.Workspace.Calls;
using Microsoft.Extensions.AI;

namespace Assistant.Core.Workspace;

/// <summary>The tools of one run. They throw <see cref="ToolException"/>, and for arguments that do not fit <see cref="ArgumentException"/> or <see cref="JsonException"/>.</summary>
public static class WorkspaceTools
{
    // What is not as the schema says is answered to the model, and never guessed at.
    private static readonly JsonSerializerOptions Strict = new(AIJsonUtilities.DefaultOptions)
    {
        NumberHandling = JsonNumberHandling.Strict,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    public static IReadOnlyList<Tool> Reading(WorkspaceRun run)
    {
        var calls = new ReadingCalls(run);
        return
        [
            Make("list_files", calls.ListFiles, ToolKind.Reads, "looking for files"),
            Make("read_file", calls.ReadFileAsync, ToolKind.Reads, "reading files"),
            Make("search", calls.SearchAsync, ToolKind.Reads, "searching"),
            Make("find_symbol", calls.FindSymbolAsync, ToolKind.Reads, "looking up names"),
        ];
    }

    public static IReadOnlyList<Tool> Editing(WorkspaceRun run)
    {
        var calls = new EditingCalls(run);
        return
        [
            Make("edit_file", calls.EditFileAsync, ToolKind.Edits, "editing files"),
            Make("write_file", calls.WriteFileAsync, ToolKind.Edits, "writing files"),
            Make("delete_file", calls.DeleteFileAsync, ToolKind.Edits, "deleting files"),
            Make("rename_symbol", calls.RenameSymbolAsync, ToolKind.Edits, "renaming"),
        ];
    }

    private static Tool Make(string name, Delegate call, ToolKind kind, string doing)
    {
        var options = new AIFunctionFactoryOptions
        {
            Name = name,
            SerializerOptions = Strict,
            ExcludeResultSchema = true,
            MarshalResult = (result, _, _) => ValueTask.FromResult(result),
        };
        return new Tool(AIFunctionFactory.Create(call, options), kind, doing);
    }
}
