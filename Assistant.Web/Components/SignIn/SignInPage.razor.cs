using Microsoft.AspNetCore.Components;

namespace Assistant.Web.Components.SignIn;

/// <summary>The one page without a circuit: a document with a form, ready as soon as it is there.</summary>
public sealed partial class SignInPage : ComponentBase
{
    /// <summary>Where to go after it.</summary>
    [Parameter, EditorRequired] public required string Next { get; set; }

    /// <summary>Why the last try did not work, as a sentence.</summary>
    [Parameter] public string? Trouble { get; set; }
}
