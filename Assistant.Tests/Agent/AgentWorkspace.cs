using Assistant.Core;
using Assistant.Core.Agent;
using Assistant.Core.Auditing;
using Assistant.Core.Conversations;
using Assistant.Core.Replies;
using Assistant.Core.Settings;
using Assistant.Core.Workspace;
using Assistant.Core.Workspace.Checkpoints;
using Assistant.Core.Workspace.Testing;
using Assistant.Core.Workspace.Testing.Running;
using Assistant.Tests.Fakes;
using Assistant.Tests.Workspace;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Assistant.Tests.Agent;

/// <summary>A folder that the agent works in, with all of Core over it. Its clock stands still, so a slow machine runs into no limit of time.</summary>
internal sealed class AgentWorkspace(IChatClient model) : IAsyncDisposable
{
    private readonly TestFolder _folder = new();
    private ServiceProvider? _services;

    public bool IsTrusted { get; init; } = true;

    /// <summary>Whether tests run in bubblewrap; otherwise a person has agreed that they run as they are.</summary>
    public bool IsSandboxed { get; init; }

    /// <summary>What runs its tests; none when it is to be found.</summary>
    public string? TestCommand { get; init; }

    /// <summary>The sample project is worked in instead of the folder.</summary>
    public bool IsSample { get; init; }

    public IReadOnlyList<Turn> History { get; init; } = [];

    /// <summary>A mark that no other process bears, to look for in what still runs.</summary>
    public string Mark { get; } = $"assistant-{Guid.NewGuid():N}";

    public ManualTime Time { get; } = new();

    public string Root => IsSample ? Path.Combine(_folder.Data, "sample") : _folder.Root;

    public string Outside => _folder.Outside;

    private ServiceProvider Services => _services ??= CreateServices();

    public AgentWorkspace With(string path, string text)
    {
        _folder.Write(path, text);
        return this;
    }

    public AgentWorkspace WithPythonShop(string tests = PythonShop.SumTest + PythonShop.ErrorTest)
    {
        PythonShop.WriteTo(_folder, tests);
        return this;
    }

    public string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    public bool Has(string path) => File.Exists(Path.Combine(Root, path));

    /// <summary>Begins a task as the endpoints and the page do.</summary>
    public Reply Start(string task) => Services.GetRequiredService<ReplyRunner>().Start<AgentService>(Owner.Local, null, async (agent, reply, stopping) =>
    {
        await agent.RunAsync(new AgentTask(task, History), reply, stopping);
        return null;
    });

    public async Task<AgentResult> RunAsync(string task = "Do it.") => await EndOfAsync(Start(task));

    public async Task<AgentResult> EndOfAsync(Reply reply)
    {
        await Services.GetRequiredService<ReplyRunner>().OverAsync(reply);
        return new AgentResult(reply, await Services.GetRequiredService<AgentRuns>().FindAsync(reply.Owner, reply.Id, CancellationToken.None));
    }

    public Task<UndoResult> UndoAsync(AgentResult result) =>
        Services.GetRequiredService<AgentRuns>().UndoAsync(Owner.Local, result.Reply.Id, null, CancellationToken.None);

    /// <summary>The lines of the audit log.</summary>
    public async Task<string[]> AuditAsync()
    {
        await Services.GetRequiredService<AuditLog>().WrittenAsync();
        return await File.ReadAllLinesAsync(Path.Combine(_folder.Data, "audit.jsonl"));
    }

    public async ValueTask DisposeAsync()
    {
        if (_services is not null)
        {
            await _services.DisposeAsync();
        }

        _folder.Dispose();
    }

    private ServiceProvider CreateServices()
    {
        var settings = new Dictionary<string, string?>
        {
            ["Assistant:Data"] = _folder.Data,
            ["Assistant:Workspace:Trusted"] = $"{IsTrusted}",
            ["Assistant:Workspace:Root"] = IsSample ? null : _folder.Root,
            ["Assistant:Workspace:TestCommand"] = TestCommand,
        };
        var services = new ServiceCollection()
            .AddCore(model, Time, [.. settings.Where(setting => setting.Value is not null).Select(setting => (setting.Key, setting.Value!))])
            .AddSingleton(provider => new Bubblewrap(provider.GetRequiredService<IOptions<DataOptions>>().Value, IsSandboxed ? Bubblewrap.Installed : null))
            .BuildServiceProvider(validateScopes: true);
        if (!IsSandboxed)
        {
            services.GetRequiredService<AgreedWorkspaces>().Agree(Owner.Local, services.GetRequiredService<WorkspaceSelection>().Current);
        }

        return services;
    }
}
