using Assistant.Core.Auditing;

namespace Assistant.Web.SignIn;

/// <summary>Puts what happens at the door into the audit log.</summary>
public sealed class SignInAudit(SignInService door, AuditLog audit) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        door.Happened += Write;
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        door.Happened -= Write;
        return Task.CompletedTask;
    }

    private void Write(SignInEvent happened)
    {
        var (kind, result) = happened.Kind switch
        {
            SignInEventKind.SignedIn => (AuditKind.SignIn, "good"),
            SignInEventKind.Refused => (AuditKind.SignIn, "wrong token"),
            SignInEventKind.LockedOut => (AuditKind.SignIn, "wrong token, has to wait now"),
            SignInEventKind.SignedOut => (AuditKind.SignOut, "here"),
            _ => (AuditKind.SignOut, "everywhere"),
        };
        audit.Write(new AuditEntry(kind, null, happened.From?.ToString(), new Dictionary<string, string> { ["result"] = result }));
    }
}
