namespace Assistant.Core.BuiltIn;

/// <summary>
/// One step of a plan for the workspace: calls of one tool, or words for the person. The words come after all calls: a plan is walked from its
/// start each time a tool has answered, and nothing should be said twice.
/// </summary>
public abstract class PlanStep
{
    private PlanStep()
    {
    }

    public sealed class Say(string text) : PlanStep
    {
        public string Text { get; } = text;
    }

    /// <param name="tool">The tool to call.</param>
    /// <param name="make">The arguments of each call; none at all when there is nothing to call. Asked only where the calls have not been made yet.</param>
    public sealed class Calls(string tool, Func<Task<IReadOnlyList<IDictionary<string, object?>>>> make) : PlanStep
    {
        public Calls(string tool, params (string Name, object? Value)[] arguments)
            : this(tool, () => Task.FromResult<IReadOnlyList<IDictionary<string, object?>>>([arguments.ToDictionary(pair => pair.Name, pair => pair.Value)]))
        {
        }

        public string Tool { get; } = tool;

        /// <summary>The answers, when the plan goes on after this step.</summary>
        public IReadOnlyList<ToolResult> Results { get; set; } = [];

        public Task<IReadOnlyList<IDictionary<string, object?>>> MakeAsync() => make();
    }
}
