using Microsoft.AspNetCore.Components;

namespace Assistant.Web.Components.Workbench;

/// <summary>Code and conversation, side by side.</summary>
public sealed partial class WorkbenchPage : ComponentBase;
