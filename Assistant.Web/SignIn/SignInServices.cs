namespace Assistant.Web.SignIn;

/// <summary>Who comes in, and as whom.</summary>
public static class SignInServices
{
    public static IServiceCollection AddSignIn(this IServiceCollection services)
    {
        services.AddAuthentication(SignInCookie.Scheme).AddCookie(SignInCookie.Scheme, SignInCookie.Configure);
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "assistant-form";
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        return services
            .AddSingleton<AccessToken>()
            .AddSingleton<FailedAttempts>()
            .AddSingleton<SignInStore>()
            .AddSingleton<SignIns>()
            .AddSingleton<SignInService>()
            .AddHostedService<SignInAudit>()
            .AddSingleton<Doorkeeper>();
    }

    public static WebApplication UseSignIn(this WebApplication app)
    {
        app.UseAuthentication();
        app.UseMiddleware<AccessCheck>();
        return app;
    }
}
