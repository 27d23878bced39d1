using Microsoft.AspNetCore.Components;

namespace Assistant.Web.Components.Layout;

/// <summary>One quiet line while the connection to the server is down. Drawn outside the circuit, since it speaks when that is gone.</summary>
public sealed partial class ConnectionBanner : ComponentBase;
