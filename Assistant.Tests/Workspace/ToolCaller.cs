using Assistant.Core.Tools;
using Assistant.Core.Workspace;
using Microsoft.Extensions.AI;

namespace Assistant.Tests.Workspace;

/// <summary>Calls the tools of one run by their names, as a model's calls arrive.</summary>
internal sealed class ToolCaller(WorkspaceRun run)
{
    public IReadOnlyList<Tool> Tools { get; } = [.. WorkspaceTools.Reading(run), .. WorkspaceTools.Editing(run)];

    public async Task<string> CallAsync(string name, params (string Name, object? Value)[] arguments)
    {
        var function = Tools.Single(tool => tool.Function.Name == name).Function;
        var values = arguments.ToDictionary(argument => argument.Name, argument => (object?)System.Text.Json.JsonSerializer.SerializeToElement(argument.Value));
        return Assert.IsType<string>(await function.InvokeAsync(new AIFunctionArguments(values)));
    }

    /// <summary>The sentence with which a call is refused.</summary>
    public async Task<string> RefusedAsync(string name, params (string Name, object? Value)[] arguments) =>
        (await Assert.ThrowsAsync<ToolException>(() => CallAsync(name, arguments))).Message;
}
