using Assistant.Core.Workspace;
using Assistant.Web.Safety;

namespace Assistant.Web.Start;

/// <summary>How the server comes up: where it listens unless told otherwise, what it says then, and how it fails.</summary>
public static class StartServices
{
    private const string DefaultAddress = "http://localhost:5080";

    /// <summary>
    /// The Assistant brings its settings file along and may be started from any folder, also from a workspace: one that lies there with the same name says
    /// nothing here.
    /// </summary>
    public static string ContentRoot => AppContext.BaseDirectory;

    public static WebApplicationBuilder AddStart(this WebApplicationBuilder builder)
    {
        var gate = new StartGate();
        builder.Services.AddSingleton(gate).AddSingleton<StartBlock>().AddSingleton(provider => WorkspaceFact(provider.GetRequiredService<WorkspaceSelection>()));
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", gate.Lets);
        builder.Logging.AddFilter("Microsoft.AspNetCore.Server.Kestrel", gate.Lets);

        // Not in appsettings.json, which would win over ASPNETCORE_URLS.
        if (Addresses.Configured(builder.Configuration).Count == 0)
        {
            builder.WebHost.UseUrls(DefaultAddress);
        }

        return builder;
    }

    public static WebApplication UseStop(this WebApplication app)
    {
        app.UseMiddleware<StoppingCheck>();
        return app;
    }

    /// <summary>Serves until Ctrl+C. Returns the exit code: 1, with the reason on standard error, when a setting or a busy port stops the start.</summary>
    public static async Task<int> RunToEndAsync(this WebApplication app)
    {
        await using var _ = app;
        try
        {
            await app.StartAsync();
        }
        catch (Exception failure) when (StartFailure.Sentences(failure) is { Count: > 0 } sentences)
        {
            await Console.Error.WriteLineAsync(string.Join(Environment.NewLine, sentences));
            return 1;
        }

        app.Services.GetRequiredService<StartGate>().Open();
        app.Services.GetRequiredService<StartBlock>().Write(Console.Out, app.Urls);
        await app.WaitForShutdownAsync();
        return 0;
    }

    private static StartFact WorkspaceFact(WorkspaceSelection selection)
    {
        var (folder, sample) = (selection.Current, selection.IsOpen ? "" : "a sample project, ");
        return new StartFact("Workspace", $"{sample}{folder.Root} ({(folder.IsTrusted ? "trusted" : "not trusted: nothing in it is run")})");
    }
}
