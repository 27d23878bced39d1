using Assistant.Tests.Fakes;
using Microsoft.Extensions.AI;

namespace Assistant.Tests.Agent;

/// <summary>The turns of a scripted model that calls the agent's tools.</summary>
internal static class Script
{
    private static int _calls;

    public static ScriptedTurn Calls(params FunctionCallContent[] calls) => new() { ToolCalls = calls };

    public static FunctionCallContent Read(string path) => Call("read_file", ("path", path));

    public static FunctionCallContent Edit(string path, string oldText, string newText) => Call("edit_file", ("path", path), ("oldText", oldText), ("newText", newText));

    public static FunctionCallContent Write(string path, string content) => Call("write_file", ("path", path), ("content", content));

    public static FunctionCallContent Delete(string path) => Call("delete_file", ("path", path));

    public static FunctionCallContent RunTests(string? filter = null) => filter is null ? Call("run_tests") : Call("run_tests", ("filter", filter));

    public static ScriptedTurn Says(string text) => new(text);

    /// <summary>What the tools answered to the calls before this one, in their order.</summary>
    public static IReadOnlyList<string> ResultsGiven(this ScriptedModel model, int call) =>
        [.. model.Calls[call].Messages.SelectMany(message => message.Contents).OfType<FunctionResultContent>().Select(result => $"{result.Result}")];

    /// <summary>The last thing a model was told when it was called.</summary>
    public static string LastMessage(this ScriptedModel model, int call) => model.Calls[call].Messages[^1].Text;

    private static FunctionCallContent Call(string tool, params (string Name, string Value)[] arguments) =>
        new($"call-{Interlocked.Increment(ref _calls)}", tool, arguments.ToDictionary(argument => argument.Name, argument => (object?)argument.Value));
}
