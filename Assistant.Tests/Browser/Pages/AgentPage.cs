using Microsoft.Playwright;

namespace Assistant.Tests.Browser.Pages;

/// <summary>The agent's page: a workspace with its files, and the tasks that are done in it.</summary>
public sealed class AgentPage(IPage page)
{
    public ILocator Task => page.GetByRole(AriaRole.Textbox, new() { Name = "Task", Exact = true });

    public ILocator Run => Button("Run");

    public ILocator Stop => Button("Stop");

    public ILocator Log => page.GetByRole(AriaRole.Log, new() { Name = "Conversation", Exact = true });

    public ILocator Answers => Log.GetByRole(AriaRole.Article, new() { Name = "Assistant", Exact = true });

    /// <summary>The newest answer.</summary>
    public AnswerArticle Answer => new(Answers.Last);

    /// <summary>What the newest run changed.</summary>
    public ChangesRegion Changes => new(Answers.Last.GetByRole(AriaRole.Region, new() { Name = "Changes", Exact = true }));

    public ILocator Workspace => page.GetByRole(AriaRole.Region, new() { Name = "Workspace", Exact = true });

    public ILocator Folder => Workspace.GetByRole(AriaRole.Combobox, new() { Name = "Workspace", Exact = true });

    public ILocator Files => Workspace.GetByRole(AriaRole.Navigation, new() { Name = "Files", Exact = true }).GetByRole(AriaRole.Button);

    /// <summary>The text of the file that is open, as Monaco draws it.</summary>
    public ILocator OpenFile => Workspace.Locator(".monaco-editor .view-lines");

    public ILocator CloseFile => Button("Close file");

    /// <summary>A file in the tree, which says in its name whether it was changed.</summary>
    public ILocator File(string path, bool isChanged = false) => Button($"Open {path}{(isChanged ? ", changed" : "")}");

    public async Task RunAsync(string task)
    {
        await Task.FillAsync(task);
        await Run.ClickAsync();
    }

    private ILocator Button(string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });
}
