using System.Net;
using System.Text.Json;
using Assistant.Core.Auditing;
using Assistant.Core.Settings;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Assistant.Tests.SignIn;

public sealed class SignInAuditTests
{
    [Fact]
    public async Task What_happens_at_the_door_is_in_the_audit_log_with_its_address_and_without_a_token()
    {
        await using var server = new GuardedServer();
        var (cookie, other) = (await server.SignInAsync(), await server.SignInAsync());
        using var left = await server.SignOutAsync(cookie);
        using var leftEverywhere = await server.SignOutAsync(other, ("everywhere", "true"));
        for (var attempt = 0; attempt < 5; attempt++)
        {
            using var wrong = await server.GetAsync("/api/models", ("Authorization", "Bearer a-guess-of-many-characters"));
        }

        await server.Services.GetRequiredService<AuditLog>().WrittenAsync();
        var lines = File.ReadAllLines(server.Services.GetRequiredService<IOptions<DataOptions>>().Value.PathOf("audit.jsonl"));
        Assert.Equal(
            [
                "sign-in: good", "sign-in: good", "sign-out: here", "sign-out: everywhere", .. Enumerable.Repeat("sign-in: wrong token", 4),
                "sign-in: wrong token, has to wait now",
            ],
            lines.Select(line => JsonSerializer.Deserialize<JsonElement>(line)).Select(entry => $"{entry.GetProperty("kind")}: {entry.GetProperty("details").GetProperty("result")}"));
        Assert.All(lines, line => Assert.True(IPAddress.IsLoopback(IPAddress.Parse(JsonSerializer.Deserialize<JsonElement>(line).GetProperty("address").GetString()!))));
        Assert.DoesNotContain(lines, line => line.Contains("guess", StringComparison.Ordinal) || line.Contains(GuardedServer.Token, StringComparison.Ordinal));
    }
}
