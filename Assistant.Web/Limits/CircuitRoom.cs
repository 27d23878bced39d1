using Assistant.Core;
using Microsoft.Extensions.Options;

namespace Assistant.Web.Limits;

/// <summary>Counts the windows that are open: from each address, of each person, and in all.</summary>
public sealed class CircuitRoom(IOptions<LimitOptions> options)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, int> _byAddress = [];
    private readonly Dictionary<Owner, int> _byOwner = [];
    private readonly LimitOptions _limits = options.Value;
    private int _all;

    /// <summary>Why no other window can be opened, fit to show; none while one can.</summary>
    public string? Obstacle(string address, Owner owner)
    {
        lock (_gate)
        {
            return _all >= _limits.Circuits ? Words(_limits.Circuits, "in all")
                : _byAddress.GetValueOrDefault(address) >= _limits.CircuitsPerAddress ? Words(_limits.CircuitsPerAddress, "from one address")
                : _byOwner.GetValueOrDefault(owner) >= _limits.CircuitsPerOwner ? Words(_limits.CircuitsPerOwner, "for one person")
                : null;
        }
    }

    /// <summary>Counts a window in until it <see cref="Leave"/>s, unless there is an <see cref="Obstacle"/>, which is given back.</summary>
    public string? Enter(string address, Owner owner)
    {
        lock (_gate)
        {
            if (Obstacle(address, owner) is { } obstacle)
            {
                return obstacle;
            }

            Count(address, owner, 1);
            return null;
        }
    }

    public void Leave(string address, Owner owner)
    {
        lock (_gate)
        {
            Count(address, owner, -1);
        }
    }

    private static string Words(int limit, string whose) =>
        FormattableString.Invariant($"{limit} windows are open, as many as there may be {whose}. Close one, and open this again.");

    private void Count(string address, Owner owner, int change)
    {
        _all += change;
        Count(_byAddress, address, change);
        Count(_byOwner, owner, change);
    }

    private static void Count<TKey>(Dictionary<TKey, int> counts, TKey key, int change)
        where TKey : notnull
    {
        var count = counts.GetValueOrDefault(key) + change;
        if (count > 0)
        {
            counts[key] = count;
        }
        else
        {
            counts.Remove(key);
        }
    }
}
