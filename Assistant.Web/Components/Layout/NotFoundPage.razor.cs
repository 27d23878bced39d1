using Microsoft.AspNetCore.Components;

namespace Assistant.Web.Components.Layout;

/// <summary>What a person sees at an address that leads nowhere.</summary>
public sealed partial class NotFoundPage : ComponentBase
{
    public const string Path = "/not-found";
}
