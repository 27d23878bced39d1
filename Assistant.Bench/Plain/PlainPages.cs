using System.Net;
using Assistant.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Assistant.Bench.Plain;

/// <summary>The two pages the Assistant's is compared with, as a server of their own. They read the model as it does, and differ in how they draw.</summary>
internal static class PlainPages
{
    public static async Task<int> RunAsync(Uri model, string modelName)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Configuration.AddInMemoryCollection([new("Assistant:Model:Endpoint", model.ToString()), new("Assistant:Model:Name", modelName)]);
        builder.Services.AddAssistant();
        builder.Services.AddRazorComponents().AddInteractiveServerComponents();

        await using var app = builder.Build();
        app.UseAntiforgery();
        app.MapRazorComponents<NaiveApp>().AddInteractiveServerRenderMode();
        app.MapGet("/_framework/blazor.web.js", () => Results.File(BlazorScript, "text/javascript"));
        app.MapGet("/bare", () => Results.Stream(Resource("bare.html"), "text/html"));
        app.MapGet("/bare/answer", AnswerAsync);
        app.MapGet("/plain.css", () => Results.Stream(Resource("plain.css"), "text/css"));
        await app.StartAsync();
        Console.WriteLine($"The plain pages are at {app.Urls.Single()}");
        Console.WriteLine("Press Ctrl+C to stop.");
        await app.WaitForShutdownAsync();
        return 0;
    }

    /// <summary>Where the build of the Assistant puts it; see StaticFiles.targets there.</summary>
    private static string BlazorScript => Path.Combine(Environment.CurrentDirectory, "obj", "blazor", "_framework", "blazor.web.js");

    private static Stream Resource(string name) => typeof(PlainPages).Assembly.GetManifestResourceStream(name)!;

    /// <summary>The answer as it arrives, as nothing but text.</summary>
    private static async Task AnswerAsync(string message, IChatClient model, HttpResponse response, CancellationToken cancellationToken)
    {
        response.ContentType = "text/plain; charset=utf-8";
        await foreach (var update in model.GetStreamingResponseAsync(message, cancellationToken: cancellationToken))
        {
            await response.WriteAsync(update.Text, cancellationToken);
            await response.Body.FlushAsync(cancellationToken);
        }
    }
}
