using System.Security.Claims;
using Assistant.Core;

namespace Assistant.Web.SignIn;

/// <summary>
/// What is known of whoever was let in. It is written into the claims of the request, and goes with them into the circuit of a page, where there is no
/// address and no header to look at any more.
/// </summary>
public static class Caller
{
    private const string PersonClaim = "assistant:person";
    private const string AdministratorClaim = "assistant:administrator";
    private const string SessionClaim = "assistant:session";
    private const string StampClaim = "assistant:stamp";

    /// <summary>Somebody a trusted proxy named.</summary>
    public static ClaimsPrincipal Person(string name, bool isAdministrator) =>
        Made([new Claim(PersonClaim, name), .. isAdministrator ? AdministratorMark : []]);

    /// <summary>The one person of an Assistant that names nobody.</summary>
    public static ClaimsPrincipal Administrator() => Made(AdministratorMark);

    /// <summary>Who signed in, as the cookie holds it.</summary>
    public static ClaimsPrincipal SignedIn(string session, string stamp) =>
        Made([new Claim(SessionClaim, session), new Claim(StampClaim, stamp), .. AdministratorMark]);

    /// <summary>May change settings, and pick another model or workspace.</summary>
    public static bool IsAdministrator(ClaimsPrincipal caller) => caller.HasClaim(claim => claim.Type == AdministratorClaim);

    /// <summary>The sign-in this caller came by, and what seals it; none for one who did not need to.</summary>
    public static (string Id, string Stamp)? SessionOf(ClaimsPrincipal caller) =>
        (caller.FindFirst(SessionClaim)?.Value, caller.FindFirst(StampClaim)?.Value) is ({ } id, { } stamp) ? (id, stamp) : null;

    /// <summary>Whose conversations these are. Everybody who is not named is the same one person.</summary>
    /// <exception cref="InvalidOperationException">Nobody was let in.</exception>
    public static Owner OwnerOf(ClaimsPrincipal caller) =>
        caller.FindFirst(PersonClaim) is { } person ? new Owner($"user:{person.Value}")
        : IsAdministrator(caller) ? Owner.Local
        : throw new InvalidOperationException("Nobody was let in here, so nothing can be theirs.");

    private static Claim[] AdministratorMark => [new Claim(AdministratorClaim, "true")];

    private static ClaimsPrincipal Made(IEnumerable<Claim> claims) => new(new ClaimsIdentity(claims, "Assistant"));
}
