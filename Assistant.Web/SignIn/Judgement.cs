using System.Security.Claims;

namespace Assistant.Web.SignIn;

/// <summary>Who a request comes from, as far as that can be said.</summary>
public abstract record Judgement
{
    private Judgement()
    {
    }

    /// <summary>Somebody who may come in.</summary>
    public sealed record LetIn(ClaimsPrincipal Caller) : Judgement;

    /// <summary>Nobody we know; signing in helps where there is a token.</summary>
    public sealed record Stranger : Judgement;

    /// <summary>Somebody a trusted proxy let through without saying who it is.</summary>
    public sealed record Unnamed : Judgement;

    /// <summary>Somebody who tried too many wrong tokens.</summary>
    public sealed record MustWait(TimeSpan Time) : Judgement;
}
