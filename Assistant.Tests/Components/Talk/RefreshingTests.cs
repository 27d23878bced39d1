using Assistant.Web.Components.Talk;

namespace Assistant.Tests.Components.Talk;

public sealed class RefreshingTests
{
    private readonly Refreshing _refreshing = new();
    private int _times;

    [Fact]
    public async Task Many_changes_meanwhile_are_caught_up_with_once()
    {
        var held = new TaskCompletionSource();
        Assert.True(_refreshing.Ask());
        var running = _refreshing.RunAsync(() => ++_times == 1 ? held.Task : Task.CompletedTask);

        Assert.All(Enumerable.Range(0, 100), _ => Assert.False(_refreshing.Ask()));
        held.SetResult();
        await running;

        Assert.Equal(2, _times);
        Assert.True(_refreshing.Ask());
    }

    [Fact]
    public async Task A_change_before_it_begins_is_part_of_it()
    {
        Assert.True(_refreshing.Ask());
        Assert.False(_refreshing.Ask());
        await _refreshing.RunAsync(OnceMoreAsync);

        Assert.Equal(1, _times);
    }

    [Fact]
    public async Task A_failure_leaves_the_next_change_to_try_again()
    {
        Assert.True(_refreshing.Ask());
        await Assert.ThrowsAsync<InvalidOperationException>(() => _refreshing.RunAsync(() => throw new InvalidOperationException()));

        Assert.True(_refreshing.Ask());
        await _refreshing.RunAsync(OnceMoreAsync);
        Assert.Equal(1, _times);
    }

    private Task OnceMoreAsync()
    {
        _times++;
        return Task.CompletedTask;
    }
}
