using System.Net;

namespace Assistant.Web.SignIn;

/// <summary>What happened at the door, and from where.</summary>
public sealed record SignInEvent(SignInEventKind Kind, IPAddress? From);
