using System.Diagnostics;
using Bunit;
using Bunit.Extensions.WaitForHelpers;
using Microsoft.AspNetCore.Components;

namespace Assistant.Tests.Components;

internal static class BunitPatience
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(500);

    /// <summary>
    /// Takes the place of bUnit's own, which looks once before it listens for renders: one that comes in between, and is the last, would be waited for in
    /// vain. A busy machine gets more than the one second that is usual; what never comes still fails.
    /// </summary>
    public static void WaitForAssertion<TComponent>(this IRenderedComponent<TComponent> part, Action assertion)
        where TComponent : IComponent
    {
        var watch = Stopwatch.StartNew();
        while (!IsMet(part, assertion, isLastTry: watch.Elapsed > Patience))
        {
            // From the first look again.
        }
    }

    private static bool IsMet<TComponent>(IRenderedComponent<TComponent> part, Action assertion, bool isLastTry)
        where TComponent : IComponent
    {
        try
        {
            RenderedComponentWaitForHelperExtensions.WaitForAssertion(part, assertion, BetweenLooks);
            return true;
        }
        catch (WaitForFailedException) when (!isLastTry)
        {
            return false;
        }
    }
}
