using System.Security.Claims;

namespace Assistant.Web.Safety;

/// <summary>
/// Marks a caller who sits at this machine. Until there is a sign-in, only such a caller may change settings; the mark goes with the caller into the
/// circuit of a page, where there is no address to look at any more.
/// </summary>
public static class LocalCaller
{
    private const string Claim = "assistant:local";

    public static void Mark(ClaimsPrincipal caller) => caller.AddIdentity(new ClaimsIdentity([new Claim(Claim, "true")]));

    public static bool IsLocal(ClaimsPrincipal caller) => caller.HasClaim(claim => claim.Type == Claim);
}
