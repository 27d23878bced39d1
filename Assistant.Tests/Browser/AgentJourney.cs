using System.Text.Json;
using Assistant.Tests.Browser.Pages;
using Assistant.Tests.Fakes;
using Assistant.Tests.Workspace;

namespace Assistant.Tests.Browser;

/// <summary>A journey on the agent's page, in a workspace of its own that nobody trusts, with a model that calls what the test wrote down.</summary>
public abstract class AgentJourney(BrowserFixture browser) : WorkbenchJourney(browser)
{
    private readonly TestFolder _folder = new();

    protected AgentPage Agent { get; private set; } = null!;

    /// <summary>The one folder beneath which another workspace may be picked.</summary>
    protected string AllowedRoot => Path.GetDirectoryName(_folder.Root)!;

    protected string Root => _folder.Root;

    public override async Task InitializeAsync()
    {
        Write("src/Basket.cs", "class Basket\n{\n    int Total() => 1;\n}\n");
        Write("src/Price.cs", "class Price\n{\n    int Amount() => 2;\n}\n");
        Write("README.md", "# Shop\n");
        await base.InitializeAsync();
        Agent = new AgentPage(Page);
    }

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        _folder.Dispose();
    }

    protected override KestrelFactory CreateApp() => new()
    {
        Settings =
        {
            ["Assistant:Model:Endpoint"] = Model.Endpoint.ToString(),
            ["Assistant:Workspace:Root"] = Root,
            ["Assistant:Workspace:AllowedRoots:0"] = AllowedRoot,
        },
    };

    /// <summary>The model reads both classes, edits them and adds a file; what it says then is up to the journey.</summary>
    protected void EnqueueWork()
    {
        Model.Enqueue(Read("src/Basket.cs"));
        Model.Enqueue(Read("src/Price.cs"));
        Model.Enqueue(Edit("src/Basket.cs", "int Total() => 1;", "int Total() => 10;"));
        Model.Enqueue(Edit("src/Price.cs", "int Amount() => 2;", "int Amount() => 20;"));
        Model.Enqueue(Call("write_file", new { path = "docs/Change.md", content = "Ten times as much.\n" }));
    }

    protected static Func<FakeRequest, FakeReply> Read(string path) => Call("read_file", new { path });

    protected static Func<FakeRequest, FakeReply> Edit(string path, string oldText, string newText) => Call("edit_file", new { path, oldText, newText });

    /// <summary>What stands in a file of the workspace; none where there is none.</summary>
    protected string? Text(string path) => File.Exists(_folder.PathOf(path)) ? File.ReadAllText(_folder.PathOf(path)) : null;

    protected void Write(string path, string text) => _folder.Write(path, text);

    private static Func<FakeRequest, FakeReply> Call(string tool, object arguments) =>
        FakeReply.ToolCall(tool, JsonSerializer.Serialize(arguments), $"call_{Guid.NewGuid():N}");
}
