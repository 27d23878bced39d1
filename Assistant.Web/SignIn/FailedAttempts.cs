using System.Net;
using Assistant.Web.Safety;

namespace Assistant.Web.SignIn;

/// <summary>
/// Counts wrong tokens, so that nobody can try many: <see cref="Most"/> in <see cref="Window"/> from one address, and as many from all strangers together.
/// Strangers who use up the second must not lock the owner out, so it does not count for this machine itself, nor for an address from which the token was
/// right within a day. What is remembered is bounded: of strangers who are locked out nothing is counted.
/// </summary>
public sealed class FailedAttempts(TimeProvider time)
{
    public const int Most = 5;

    public static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    private const int MostKnown = 1000;

    private static readonly TimeSpan KnownFor = TimeSpan.FromDays(1);

    private readonly Lock _gate = new();
    private readonly List<Failure> _failures = [];
    private readonly Dictionary<string, DateTimeOffset> _known = [];

    /// <summary>
    /// Judges a try, unless its address has to wait: then nothing is looked at, and the answer is for how long. A wrong one that is the last for now says
    /// how long to wait, too.
    /// </summary>
    public (bool IsRight, bool IsJudged, TimeSpan? Wait) Try(IPAddress? ip, Func<bool> isRight)
    {
        // One at a time: many tries at once must not all be looked at before the first of them counts.
        lock (_gate)
        {
            if (Wait(ip) is { } wait)
            {
                return (false, false, wait);
            }

            if (isRight())
            {
                Remember(Key(ip));
                return (true, true, null);
            }

            _failures.Add(new Failure(time.GetUtcNow(), Key(ip), !IsKnown(ip)));
            return (false, true, Wait(ip));
        }
    }

    private TimeSpan? Wait(IPAddress? ip)
    {
        var now = time.GetUtcNow();
        _failures.RemoveAll(failure => failure.At <= now - Window);

        var key = Key(ip);
        var own = End(_failures.Where(failure => failure.Address == key));
        var all = IsKnown(ip) ? null : End(_failures.Where(failure => failure.IsStranger));
        return (own > all ? own : all ?? own) - now;
    }

    /// <summary>When there will be one failure less than too many.</summary>
    private static DateTimeOffset? End(IEnumerable<Failure> failures) =>
        failures.Select(failure => failure.At).ToList() is { Count: >= Most } times ? times[^Most] + Window : null;

    private bool IsKnown(IPAddress? ip) =>
        ip is null || Addresses.IsLoopback(ip) || (_known.TryGetValue(Key(ip), out var since) && since > time.GetUtcNow() - KnownFor);

    private void Remember(string key)
    {
        _known[key] = time.GetUtcNow();
        if (_known.Count > MostKnown)
        {
            _known.Remove(_known.MinBy(known => known.Value).Key);
        }
    }

    /// <summary>This machine has many addresses and is one; whoever has one address of the sixth version has its whole /64.</summary>
    private static string Key(IPAddress? ip) =>
        ip is null || Addresses.IsLoopback(ip) ? "this machine"
        : ip.IsIPv4MappedToIPv6 ? ip.MapToIPv4().ToString()
        : ip.GetAddressBytes() is { Length: 16 } bytes ? Convert.ToHexString(bytes, 0, 8)
        : ip.ToString();

    private sealed record Failure(DateTimeOffset At, string Address, bool IsStranger);
}
