using System.Net;
using System.Security.Claims;

namespace Assistant.Web.SignIn;

/// <summary>Everything that happens at the door: tokens that are tried, on the page and by programs, sign-ins and sign-outs.</summary>
public sealed class SignInService(AccessToken token, FailedAttempts attempts, SignIns signIns)
{
    /// <summary>Told of everything that is worth writing down. Its number is bounded, however often strangers try.</summary>
    public event Action<SignInEvent>? Happened;

    /// <summary>Whether a token is right; where too many were wrong it is not looked at, and the answer is how long to wait.</summary>
    public (bool IsRight, TimeSpan? Wait) Try(string text, IPAddress? from)
    {
        var (isRight, isJudged, wait) = attempts.Try(from, () => token.Is(text));
        if (isJudged && !isRight)
        {
            Happened?.Invoke(new SignInEvent(wait is null ? SignInEventKind.Refused : SignInEventKind.LockedOut, from));
        }

        return (isRight, isJudged ? null : wait);
    }

    /// <summary>Who signed in with the right token, for the cookie.</summary>
    public ClaimsPrincipal Begin(IPAddress? from)
    {
        var caller = signIns.Begin();
        Happened?.Invoke(new SignInEvent(SignInEventKind.SignedIn, from));
        return caller;
    }

    /// <summary>Ends the caller's sign-in, or with it all others.</summary>
    /// <exception cref="Settings.SettingsFileException">It has ended, but that could not be kept.</exception>
    public void End(ClaimsPrincipal caller, bool isEverywhere, IPAddress? from)
    {
        if (Caller.SessionOf(caller) is null)
        {
            return;
        }

        Happened?.Invoke(new SignInEvent(isEverywhere ? SignInEventKind.SignedOutEverywhere : SignInEventKind.SignedOut, from));
        if (isEverywhere)
        {
            signIns.EndAll();
        }
        else
        {
            signIns.End(caller);
        }
    }
}
