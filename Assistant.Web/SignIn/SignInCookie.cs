using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Assistant.Web.SignIn;

/// <summary>The cookie a sign-in is known by: signed and encrypted, out of reach of scripts, and sent by our own pages only.</summary>
internal static class SignInCookie
{
    public const string Scheme = CookieAuthenticationDefaults.AuthenticationScheme;

    public static void Configure(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = "assistant";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Strict;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.ExpireTimeSpan = SignIns.Lasting;
        options.SlidingExpiration = false;
        options.Events.OnValidatePrincipal = ValidateAsync;
    }

    /// <summary>When the caller of this request has to sign in again.</summary>
    public static DateTimeOffset EndOf(HttpContext context) =>
        context.Features.Get<IAuthenticateResultFeature>()!.AuthenticateResult!.Properties!.ExpiresUtc!.Value;

    private static Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        if (!context.HttpContext.RequestServices.GetRequiredService<SignIns>().IsGood(context.Principal!))
        {
            context.RejectPrincipal();
        }

        return Task.CompletedTask;
    }
}
