using System.Globalization;
using Assistant.Core.Model;
using Microsoft.AspNetCore.Components;

namespace Assistant.Web.Components.Settings;

/// <summary>What a connection that works was seen to do.</summary>
public sealed partial class TestOutcome : ComponentBase
{
    [Parameter, EditorRequired] public required ModelTest Test { get; set; }

    private static string Milliseconds(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalMilliseconds:#,0} ms");
}
