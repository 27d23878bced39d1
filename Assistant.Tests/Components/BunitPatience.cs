using System.Runtime.CompilerServices;
using Bunit;

namespace Assistant.Tests.Components;

/// <summary>A busy machine gets more than the one second that component tests wait by default; what never comes still fails.</summary>
internal static class BunitPatience
{
    [ModuleInitializer]
    internal static void BePatient() => BunitContext.DefaultWaitTimeout = TimeSpan.FromSeconds(20);
}
