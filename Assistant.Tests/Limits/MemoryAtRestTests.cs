using Assistant.Tests.Fakes;
using Assistant.Web.Limits;

namespace Assistant.Tests.Limits;

public sealed class MemoryAtRestTests : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly ManualTime _time = new();
    private readonly SemaphoreSlim _looked = new(0);
    private readonly MemoryAtRest _memory;
    private long _allocated;
    private int _givenBack;

    public MemoryAtRestTests() => _memory = new MemoryAtRest(_time, Allocated, () => _givenBack++);

    [Fact]
    public async Task Memory_is_given_back_once_nothing_has_gone_on_for_a_while()
    {
        await StartAsync();

        await LookAsync(allocate: MemoryAtRest.Worthwhile);
        await LookAsync(MemoryAtRest.QuietPauses - 1, allocate: MemoryAtRest.Quiet - 1);
        Assert.Equal(0, _givenBack);
        await LookAsync();

        Assert.Equal(1, await SettledAsync());
    }

    [Fact]
    public async Task While_something_goes_on_nobody_is_made_to_wait()
    {
        await StartAsync();

        await LookAsync(20, allocate: MemoryAtRest.Quiet);

        Assert.Equal(0, await SettledAsync());
    }

    [Fact]
    public async Task A_rest_that_lasts_gives_back_only_once()
    {
        await StartAsync();

        await LookAsync(allocate: MemoryAtRest.Worthwhile);
        await LookAsync(20);

        Assert.Equal(1, await SettledAsync());
    }

    [Fact]
    public async Task Little_is_not_worth_it()
    {
        await StartAsync();

        await LookAsync(allocate: MemoryAtRest.Worthwhile - 1);
        await LookAsync(20);

        Assert.Equal(0, await SettledAsync());
    }

    public async ValueTask DisposeAsync()
    {
        await _memory.StopAsync(CancellationToken.None);
        _memory.Dispose();
        _looked.Dispose();
    }

    private async Task StartAsync()
    {
        await _memory.StartAsync(CancellationToken.None);
        Assert.True(await _looked.WaitAsync(Patience));
    }

    private async Task LookAsync(int times = 1, long allocate = 0)
    {
        for (var look = 0; look < times; look++)
        {
            _allocated += allocate;
            _time.Advance(MemoryAtRest.Pause);
            Assert.True(await _looked.WaitAsync(Patience));
        }
    }

    /// <summary>After the last look has been acted on.</summary>
    private async Task<int> SettledAsync()
    {
        await _memory.StopAsync(CancellationToken.None);
        await _memory.ExecuteTask!.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return _givenBack;
    }

    private long Allocated()
    {
        _looked.Release();
        return _allocated;
    }
}
