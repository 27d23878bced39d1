using Assistant.Core.Settings;
using Assistant.Core.Tools;
using Assistant.Core.Workspace;
using Assistant.Core.Workspace.Sample;
using Assistant.Core.Workspace.Symbols;
using Assistant.Tests.CSharp;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;

namespace Assistant.Tests.Workspace;

/// <summary>The engine that needs no key, with the real tools, on the sample project.</summary>
[Collection(EngineTests.Name)]
public sealed class EngineOnSampleTests : IDisposable
{
    private readonly TestFolder _folder = new();
    private readonly WarmEngine _engine;
    private readonly string _root;
    private readonly SymbolIndex _symbols;
    private readonly WorkspaceRun _run;

    public EngineOnSampleTests(WarmEngine engine)
    {
        _engine = engine;
        _root = new SampleProject(Options.Create(new DataOptions { Data = _folder.Data })).Create();
        var files = new WorkspaceFiles(WorkspaceFolder.Open(_root, isTrusted: false), _folder.Own);
        _symbols = new SymbolIndex(files);
        _run = new WorkspaceRun(files, _symbols);
    }

    public void Dispose()
    {
        _run.Dispose();
        _symbols.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task It_renames()
    {
        var answer = await AskAsync("Rename Calc to Total");

        Assert.StartsWith("`Calc` is now `Total`. `rename_symbol` says: 4 places in 3 files: method Shop.Basket.Calc() is Total now.", answer);
        Assert.Contains("new Basket().Total()", File.ReadAllText(Path.Combine(_root, "Shop.Tests", "BasketTests.cs")));
    }

    [Fact]
    public async Task It_finds_who_calls()
    {
        var answer = await AskAsync("Who calls Price.Parse?");

        Assert.Contains("`Shop/Price.cs:9 method Shop.Price.Parse(string)`", answer);
        Assert.Contains("`Shop/Basket.cs`, line 17, `Basket.Add` calls it", answer);
        Assert.Contains("`Shop/PriceList.cs`, line 13", answer);
    }

    [Fact]
    public async Task It_applies_a_rule_everywhere()
    {
        var answer = await AskAsync("Use file-scoped namespaces everywhere");

        Assert.StartsWith("Applied IDE0161 to 3 files of ", answer);
        Assert.Equal(["Shop/Basket.cs", "Shop/Discount.cs", "Shop/Receipt.cs"], _run.Touched);
        Assert.Contains("\nnamespace Shop;\n", File.ReadAllText(Path.Combine(_root, "Shop", "Basket.cs")));
    }

    private async Task<string> AskAsync(string request)
    {
        var loop = new BuiltIn.ToolLoop(_engine.Client);
        foreach (var tool in WorkspaceTools.Reading(_run).Concat(WorkspaceTools.Editing(_run)))
        {
            loop.With(tool.Function.Name, arguments => CallAsync(tool.Function, arguments).GetAwaiter().GetResult());
        }

        return (await loop.RunAsync(request)).Text;
    }

    private static async Task<object?> CallAsync(AIFunction function, AIFunctionArguments arguments)
    {
        try
        {
            return await function.InvokeAsync(arguments);
        }
        catch (ToolException failure)
        {
            return $"error: {failure.Message}";
        }
    }
}
