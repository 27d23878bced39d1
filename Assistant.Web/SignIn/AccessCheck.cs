using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Authorization;

namespace Assistant.Web.SignIn;

/// <summary>
/// Lets in whom the <see cref="Doorkeeper"/> knows, on every page, call and socket, for as long as the sign-in is good. An endpoint marked
/// <c>AllowAnonymous</c>, as the health checks are, answers everybody.
/// </summary>
public sealed class AccessCheck(RequestDelegate next, Doorkeeper door, SignIns signIns, AccessToken token)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (IsOpenToAll(context))
        {
            await next(context);
            return;
        }

        var judgement = door.Judge(context);
        if (judgement is Judgement.LetIn { Caller: var caller })
        {
            await LetInAsync(context, caller);
        }
        else
        {
            await Refusals.Of(judgement, context.Request, token.IsSet).ExecuteAsync(context);
        }
    }

    private async Task LetInAsync(HttpContext context, ClaimsPrincipal caller)
    {
        // Before the caller is set, which has the end of the sign-in forgotten.
        using var followed = Caller.SessionOf(caller) is null ? null : signIns.Follow(caller, SignInCookie.EndOf(context), context.Abort);
        context.User = caller;

        // The same place a page's circuit has its caller from, so that both mean the same person.
        ((IHostEnvironmentAuthenticationStateProvider)context.RequestServices.GetRequiredService<AuthenticationStateProvider>())
            .SetAuthenticationState(Task.FromResult(new AuthenticationState(caller)));
        await next(context);
    }

    private static bool IsOpenToAll(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<IAllowAnonymous>() is not null;
}
