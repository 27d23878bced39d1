using Microsoft.AspNetCore.Components;

namespace Assistant.Web.Components.Layout;

/// <summary>What stands in the head of every document.</summary>
public sealed partial class DocumentHead : ComponentBase;
