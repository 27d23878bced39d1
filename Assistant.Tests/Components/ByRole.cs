using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Components;

namespace Assistant.Tests.Components;

/// <summary>Finds what a screen reader finds: by role and accessible name, without what is hidden from it.</summary>
internal static class ByRole
{
    private static readonly Dictionary<string, string> Selectors = new()
    {
        ["article"] = "article",
        ["button"] = "button",
        ["combobox"] = "select",
        ["link"] = "a[href]",
        ["listitem"] = "li",
        ["navigation"] = "nav",
        ["region"] = "section[aria-label]",
        ["searchbox"] = "input[type=search]",
        ["textbox"] = "textarea, input:not([type])",
    };

    /// <summary>Looked up between two renders, since in the middle of one a part of the page may be missing.</summary>
    public static IReadOnlyList<IElement> All<TComponent>(this IRenderedComponent<TComponent> part, string role)
        where TComponent : IComponent
    {
        IReadOnlyList<IElement> found = [];
        part.InvokeAsync(() => found = [.. part.FindAll(Selectors.GetValueOrDefault(role, $"[role={role}]")).Where(element => element.Closest("[aria-hidden=true]") is null)])
            .GetAwaiter().GetResult();
        return found;
    }

    /// <summary>The only one of this role, with this exact name if one is given.</summary>
    public static IElement One<TComponent>(this IRenderedComponent<TComponent> part, string role, string? name = null)
        where TComponent : IComponent
    {
        var found = part.All(role);
        return Assert.Single(found, element => name is null || element.AccessibleName() == name);
    }

    public static bool Has<TComponent>(this IRenderedComponent<TComponent> part, string role, string? name = null)
        where TComponent : IComponent =>
        part.All(role).Any(element => name is null || element.AccessibleName() == name);

    /// <summary>Found and pressed between two renders, so that none of them can take the button away.</summary>
    public static Task PressAsync<TComponent>(this IRenderedComponent<TComponent> part, string button)
        where TComponent : IComponent =>
        part.InvokeAsync(() => part.One("button", button).ClickAsync());

    public static string AccessibleName(this IElement element)
    {
        if (element.GetAttribute("aria-label") is { } label)
        {
            return label;
        }

        var heard = (IElement)element.Clone();
        foreach (var hidden in heard.QuerySelectorAll("[aria-hidden=true]"))
        {
            hidden.Remove();
        }

        return heard.TextContent.Trim();
    }
}
