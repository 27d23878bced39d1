using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace Assistant.Bench.Plain;

/// <summary>The document around <see cref="NaivePage"/>.</summary>
public sealed partial class NaiveApp : ComponentBase
{
    private static InteractiveServerRenderMode RenderMode { get; } = new(prerender: false);
}
