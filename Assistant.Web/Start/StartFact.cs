namespace Assistant.Web.Start;

/// <summary>
/// One line a person reads when the server is up, such as ("Workspace", "sample project"). Whoever knows one registers it:
/// <c>services.AddSingleton(provider =&gt; new StartFact("Workspace", …))</c>.
/// </summary>
public sealed record StartFact(string Name, string Text);
