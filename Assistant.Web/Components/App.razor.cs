using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace Assistant.Web.Components;

/// <summary>The document around every page.</summary>
public sealed partial class App : ComponentBase
{
    /// <summary>Not prerendered, so that nothing is typed into a page that is about to be replaced by its live one.</summary>
    private static readonly InteractiveServerRenderMode PageRenderMode = new(prerender: false);
}
