using Assistant.Core;
using Assistant.Web.Components;
using Assistant.Web.Endpoints;
using Assistant.Web.Limits;
using Assistant.Web.Safety;
using Assistant.Web.Settings;
using Assistant.Web.SignIn;
using Assistant.Web.Start;
using Assistant.Web.Telemetry;

var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = StartServices.ContentRoot });
builder.WebHost.UseStaticWebAssets();
builder.AddStart();
builder.Services.AddAssistant();
builder.Services.AddStoredSettings();
builder.Services.AddSafety();
builder.Services.AddSignIn();
builder.Services.AddLimits();
builder.Services.AddPages();
builder.Services.AddApi();
builder.Services.AddTelemetry();

var app = builder.Build();
app.UseSafety();
app.UseSignIn();
app.UseLimits();
app.UseStop();
app.UsePages();
app.MapStaticAssets().AllowAnonymous();
app.MapSignIn();
app.MapPages();
app.MapApi();

return await app.RunToEndAsync();

public sealed partial class Program;
