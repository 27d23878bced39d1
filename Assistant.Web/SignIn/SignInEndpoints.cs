using Assistant.Web.Components.SignIn;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Assistant.Web.SignIn;

/// <summary>The form to sign in with, and what signing out sends. They need no circuit and no script.</summary>
internal static class SignInEndpoints
{
    public const string Path = "/sign-in";
    public const string SignOutPath = "/sign-out";
    public const string ReturnUrl = "returnUrl";
    public const string Token = "token";
    public const string Everywhere = "everywhere";

    private const string Home = "/";
    private const string Wrong = "This is not the access token.";
    private const string StaleForm = "This form was open for too long, or did not come from here. Try it again.";

    /// <summary>A token and two hidden fields.</summary>
    private const int FormBytes = 16 * 1024;

    public static WebApplication MapSignIn(this WebApplication app)
    {
        var forms = app.MapGroup("").AllowAnonymous().ExcludeFromDescription().WithMetadata(new RequestSizeLimitAttribute(FormBytes)).AddEndpointFilter(RefuseLarge);
        forms.MapGet(Path, Show);
        forms.MapPost(Path, SignInAsync);
        forms.MapPost(SignOutPath, SignOutAsync);
        return app;
    }

    /// <summary>Before antiforgery reads it, which takes what it cannot read for a form that is not ours.</summary>
    private static ValueTask<object?> RefuseLarge(EndpointFilterInvocationContext call, EndpointFilterDelegate next) =>
        call.HttpContext.Request.ContentLength > FormBytes
            ? ValueTask.FromResult<object?>(TypedResults.Problem(
                statusCode: StatusCodes.Status413PayloadTooLarge, title: "The form is too large.", detail: "Send the form of the page, with the access token in it."))
            : next(call);

    private static IResult Show(HttpContext context, Doorkeeper door, AccessToken token)
    {
        var next = Local(context.Request.Query[ReturnUrl]);
        if (!token.IsSet || door.Judge(context) is Judgement.LetIn)
        {
            return TypedResults.LocalRedirect(token.IsSet ? next : Home);
        }

        // A link on another site brings no cookie along, whoever is signed in. The page asking once more for itself does.
        if (context.Request.Headers["Sec-Fetch-Site"] == "cross-site")
        {
            context.Response.Headers["Refresh"] = "0";
        }

        return Page(next);
    }

    private static async Task<IResult> SignInAsync(HttpContext context, IAntiforgery antiforgery, SignInService signIn, AccessToken token)
    {
        if (!token.IsSet)
        {
            return TypedResults.LocalRedirect(Home);
        }

        if (await FormAsync(context, antiforgery) is not { } form)
        {
            return Page(Home, StaleForm, StatusCodes.Status400BadRequest);
        }

        var (next, from) = (Local(form[ReturnUrl]), context.Connection.RemoteIpAddress);
        switch (signIn.Try(form[Token].ToString(), from))
        {
            case (true, _):
                await context.SignInAsync(SignInCookie.Scheme, signIn.Begin(from), new AuthenticationProperties { IsPersistent = true });
                return TypedResults.LocalRedirect(next);
            case (_, { } wait):
                Refusals.SetRetryAfter(context.Response, wait);
                return Page(next, Refusals.TooMany(wait), StatusCodes.Status429TooManyRequests);
            default:
                context.Response.Headers.WWWAuthenticate = "Bearer";
                return Page(next, Wrong, StatusCodes.Status401Unauthorized);
        }
    }

    private static async Task<IResult> SignOutAsync(HttpContext context, IAntiforgery antiforgery, SignInService signIn)
    {
        if (await FormAsync(context, antiforgery) is not { } form)
        {
            return TypedResults.Problem(statusCode: StatusCodes.Status400BadRequest, title: "You are still signed in.", detail: StaleForm);
        }

        await context.SignOutAsync(SignInCookie.Scheme);
        signIn.End(context.User, form.ContainsKey(Everywhere), context.Connection.RemoteIpAddress);
        return TypedResults.LocalRedirect(Path);
    }

    /// <summary>What was sent by a form of ours; none where that cannot be said of it.</summary>
    private static async Task<IFormCollection?> FormAsync(HttpContext context, IAntiforgery antiforgery)
    {
        try
        {
            return await antiforgery.IsRequestValidAsync(context) ? await context.Request.ReadFormAsync(context.RequestAborted) : null;
        }
        catch (AntiforgeryValidationException)
        {
            return null;   // torn, or larger than it said
        }
    }

    private static RazorComponentResult<SignInPage> Page(string next, string? trouble = null, int status = StatusCodes.Status200OK) =>
        new(new { Next = next, Trouble = trouble }) { StatusCode = status, PreventStreamingRendering = true };

    /// <summary>Where a person wanted to go, as far as that is a page of ours and not this form again.</summary>
    private static string Local(string? url) =>
        url is { Length: > 0 and <= 2000 } && RedirectHttpResult.IsLocalUrl(url) && !url.StartsWith('~') && !url.StartsWith(Path, StringComparison.OrdinalIgnoreCase)
            ? url
            : Home;
}
