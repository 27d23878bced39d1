using Assistant.Core.Model;
using Assistant.Tests.Fakes;
using Microsoft.Extensions.Logging.Abstractions;

namespace Assistant.Tests.Model;

public sealed class LocalModelsTests
{
    private readonly ManualTime _time = new();

    [Fact]
    public async Task A_server_that_lists_models_is_found_and_others_are_not()
    {
        await using var server = await FakeModelServer.StartAsync();
        await using var empty = await FakeModelServer.StartAsync();
        empty.Models = ["text-embedding-3"];

        var found = await Find(Preset("Here", server.Endpoint), Preset("Empty", empty.Endpoint), Preset("Nobody", new Uri("http://127.0.0.1:9/v1")));

        Assert.Equal(("Here", server.Models.Count), found.Select(local => (local.Preset.Name, local.Models.Count)).Single());
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task Only_this_machine_is_looked_at() =>
        Assert.Empty(await Find(Preset("Elsewhere", new Uri("http://192.0.2.1:11434/v1"))));

    [Fact]
    public async Task What_was_found_is_remembered_for_a_little_while()
    {
        await using var server = await FakeModelServer.StartAsync();
        var locals = Locals(Preset("Here", server.Endpoint));
        Assert.Single(await locals.FindAsync(CancellationToken.None));
        server.Models = [];

        Assert.Single(await locals.FindAsync(CancellationToken.None));
        _time.Advance(TimeSpan.FromSeconds(21));
        Assert.Empty(await locals.FindAsync(CancellationToken.None));
    }

    private static ModelPreset Preset(string name, Uri endpoint) => new(name, endpoint);

    private Task<IReadOnlyList<LocalModel>> Find(params ModelPreset[] presets) => Locals(presets).FindAsync(CancellationToken.None);

    private LocalModels Locals(params ModelPreset[] presets) =>
        new(presets, new ModelProbe(TimeProvider.System, NullLoggerFactory.Instance), _time) { Patience = TimeSpan.FromMinutes(1) };
}
