using Microsoft.AspNetCore.Components;

namespace Assistant.Web.Components.Settings;

/// <summary>Two ways to leave. A form of the document's own: what forgets the cookie has to be an answer of the server, not a message of the circuit.</summary>
public sealed partial class SignOutForm : ComponentBase;
