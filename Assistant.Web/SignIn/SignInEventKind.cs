namespace Assistant.Web.SignIn;

/// <summary>What can happen at the door.</summary>
public enum SignInEventKind
{
    /// <summary>Somebody signed in on the page. A program that sends the token with each request does not.</summary>
    SignedIn,

    /// <summary>A token was wrong.</summary>
    Refused,

    /// <summary>A token was wrong, and was the last that is looked at for now.</summary>
    LockedOut,

    SignedOut,

    SignedOutEverywhere,
}
