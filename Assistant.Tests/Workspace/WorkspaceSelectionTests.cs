using Assistant.Core;
using Assistant.Core.Auditing;
using Assistant.Core.Settings;
using Assistant.Core.Workspace;
using Assistant.Core.Workspace.Sample;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Assistant.Tests.Workspace;

public sealed class WorkspaceSelectionTests : IDisposable
{
    private readonly TestFolder _folder = new();
    private readonly AuditLog _audit;

    public WorkspaceSelectionTests() =>
        _audit = new AuditLog(Options.Create(new DataOptions { Data = _folder.Data }), TimeProvider.System, NullLogger<AuditLog>.Instance);

    public void Dispose()
    {
        _audit.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Without_a_setting_there_is_a_sample_project_in_the_data_folder()
    {
        var current = Select(new WorkspaceOptions()).Current;

        Assert.Equal(Path.Combine(_folder.Data, "sample"), current.Root);
        Assert.False(current.IsTrusted);
        Assert.True(File.Exists(Path.Combine(current.Root, "Shop.Tests", "BasketTests.cs")));
    }

    [Fact]
    public void The_sample_project_is_left_as_the_person_left_it()
    {
        var sample = Select(new WorkspaceOptions()).Current.Root;
        File.WriteAllText(Path.Combine(sample, "README.md"), "mine");

        Assert.Equal(sample, Select(new WorkspaceOptions()).Current.Root);
        Assert.Equal("mine", File.ReadAllText(Path.Combine(sample, "README.md")));
    }

    [Fact]
    public void The_sample_project_uses_the_packages_that_are_there_already()
    {
        var sample = Select(new WorkspaceOptions()).Current.Root;
        var pinned = Conventions.SourceFiles.Read("Directory.Packages.props");

        var used = File.ReadLines(Path.Combine(sample, "Directory.Packages.props")).Where(line => line.Contains("<PackageVersion", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(used);
        Assert.All(used, line => Assert.Contains(line.Trim(), pinned));
    }

    [Fact]
    public void A_folder_beneath_an_allowed_one_may_be_picked_and_everybody_hears_of_it()
    {
        var inside = Directory.CreateDirectory(_folder.PathOf("a/b")).FullName;
        var selection = Select(new WorkspaceOptions { Root = _folder.PathOf("a"), AllowedRoots = [_folder.Root] });
        var heard = 0;
        selection.Changed += () => heard++;

        selection.Choose(Owner.Local, inside);
        selection.Choose(Owner.Local, inside);

        Assert.Equal(inside, selection.Current.Root);
        Assert.Equal(1, heard);
        Assert.Equal([_folder.PathOf("a")], selection.FoldersIn(_folder.Root));
    }

    [Fact]
    public void No_other_folder_may_be_picked()
    {
        Directory.CreateSymbolicLink(_folder.PathOf("link"), _folder.Outside);
        var selection = Select(new WorkspaceOptions { Root = _folder.Root });

        foreach (var path in (string[])[_folder.Outside, _folder.PathOf("link"), _folder.PathOf("../ws-evil"), _folder.PathOf("none"), "ws", "", "/", "a\0b"])
        {
            Assert.Throws<WorkspaceRefusedException>(() => selection.Choose(Owner.Local, path));
            Assert.Throws<WorkspaceRefusedException>(() => selection.FoldersIn(path));
        }

        Assert.Equal(_folder.Root, selection.Current.Root);
        Assert.Empty(selection.FoldersIn(_folder.Root));
    }

    [Fact]
    public void The_assistants_own_data_is_no_workspace()
    {
        var all = Path.GetDirectoryName(_folder.Root)!;
        var selection = Select(new WorkspaceOptions { Root = _folder.Root, AllowedRoots = [all] });

        Assert.Throws<WorkspaceRefusedException>(() => selection.Choose(Owner.Local, _folder.Data));
        Assert.DoesNotContain(_folder.Data, selection.FoldersIn(all));
    }

    [Fact]
    public void Trust_in_the_root_says_nothing_of_folders_elsewhere()
    {
        var inside = Directory.CreateDirectory(_folder.PathOf("a")).FullName;
        var selection = Select(new WorkspaceOptions { Root = _folder.Root, Trusted = true, AllowedRoots = [_folder.Root, _folder.Outside] });
        Assert.True(selection.Current.IsTrusted);

        selection.Choose(Owner.Local, _folder.Outside);
        Assert.False(selection.Current.IsTrusted);

        selection.Choose(Owner.Local, inside);
        Assert.True(selection.Current.IsTrusted);
    }

    [Theory]
    [InlineData("Assistant:Workspace:Root", "/no/such/folder", "Assistant:Workspace:Root cannot be used: name a folder that is there.")]
    [InlineData("Assistant:Workspace:AllowedRoots:0", "/no/such/folder", "Assistant:Workspace:AllowedRoots cannot be used: name folders that are there.")]
    [InlineData("Assistant:Workspace:Trusted", "maybe", "Assistant:Workspace:Trusted is 'maybe': write true or false.")]
    public void A_setting_that_cannot_be_used_is_named(string key, string value, string sentence)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new(key, value)]).Build();
        using var services = new ServiceCollection().AddSingleton<IConfiguration>(configuration).AddWorkspace().BuildServiceProvider();

        var failure = Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IOptions<WorkspaceOptions>>().Value);

        Assert.Equal(sentence, Assert.Single(failure.Failures));
    }

    private WorkspaceSelection Select(WorkspaceOptions options) =>
        new(Options.Create(options), _folder.Own, new SampleProject(Options.Create(new DataOptions { Data = _folder.Data })), _audit);
}
