using System.Collections.Concurrent;
using System.Security.Claims;

namespace Assistant.Web.SignIn;

/// <summary>
/// Which sign-ins are good. A cookie alone is not enough: its stamp must be the present one, which changes with the access token and with signing out
/// everywhere, and the sign-in must not have been ended. What is under way by it, a page's socket above all, is cut when it ends or runs out.
/// </summary>
public sealed class SignIns(AccessToken token, SignInStore store, TimeProvider time)
{
    /// <summary>Then the token is asked for again, whether or not the page was used.</summary>
    public static readonly TimeSpan Lasting = TimeSpan.FromDays(14);

    private readonly Lock _gate = new();
    private readonly ConcurrentDictionary<FollowedRequest, ClaimsPrincipal> _followed = new();
    private StoredSignIns? _stored;

    /// <summary>A new sign-in, for the cookie.</summary>
    public ClaimsPrincipal Begin() => Caller.SignedIn(Guid.NewGuid().ToString("N"), token.Sealed(Stored.Stamp));

    public bool IsGood(ClaimsPrincipal caller) =>
        token.IsSet
        && Caller.SessionOf(caller) is var (id, stamp)
        && Stored is var stored
        && stamp == token.Sealed(stored.Stamp)
        && !stored.Ended.ContainsKey(id);

    /// <summary>Cuts what a caller is doing as soon as the sign-in it was let in by is no longer good.</summary>
    public IDisposable Follow(ClaimsPrincipal caller, DateTimeOffset until, Action cut)
    {
        var followed = new FollowedRequest(cut, done => _followed.TryRemove(done, out _));
        _followed[followed] = caller;
        followed.CutIn(until - time.GetUtcNow(), time);
        if (!IsGood(caller))
        {
            followed.Cut();   // it ended between being looked at and being followed
        }

        return followed;
    }

    /// <summary>Ends one sign-in.</summary>
    /// <exception cref="Settings.SettingsFileException">It has ended, but that could not be kept.</exception>
    public void End(ClaimsPrincipal caller)
    {
        if (Caller.SessionOf(caller) is not var (id, _))
        {
            return;
        }

        var now = time.GetUtcNow();
        Keep(stored => stored with
        {
            Ended = stored.Ended.RemoveRange(stored.Ended.Where(ended => ended.Value < now).Select(ended => ended.Key)).SetItem(id, now + Lasting),
        });
    }

    /// <summary>Ends every sign-in there is.</summary>
    /// <exception cref="Settings.SettingsFileException">They have ended, but that could not be kept.</exception>
    public void EndAll() => Keep(_ => SignInStore.Fresh());

    private StoredSignIns Stored
    {
        get
        {
            lock (_gate)
            {
                return _stored ??= store.Read();
            }
        }
    }

    private void Keep(Func<StoredSignIns, StoredSignIns> change)
    {
        try
        {
            lock (_gate)
            {
                _stored = change(Stored);
                store.Write(_stored);
            }
        }
        finally
        {
            foreach (var (followed, _) in _followed.Where(entry => !IsGood(entry.Value)))
            {
                followed.Cut();
            }
        }
    }
}
