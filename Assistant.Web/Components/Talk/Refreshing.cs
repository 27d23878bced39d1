namespace Assistant.Web.Components.Talk;

/// <summary>
/// Brings something up to date, once for any number of changes that happen meanwhile. Not safe to be called from several threads at once; a component
/// has only one.
/// </summary>
internal sealed class Refreshing
{
    private bool _isRunning;
    private bool _isWanted;

    public async Task RunAsync(Func<Task> refresh)
    {
        _isWanted = true;
        if (_isRunning)
        {
            return;
        }

        _isRunning = true;
        try
        {
            while (_isWanted)
            {
                _isWanted = false;
                await refresh();
            }
        }
        finally
        {
            _isRunning = false;
        }
    }
}
