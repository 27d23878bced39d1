using System.Text.Json;
using Assistant.Core.Auditing;
using Assistant.Tests.Browser;
using Microsoft.Extensions.DependencyInjection;

namespace Assistant.Tests.SignIn;

public sealed class SignInAuditTests
{
    private const string Token = "a-secret-of-many-characters";

    [Fact]
    public async Task Wrong_tokens_are_in_the_audit_log_and_the_tokens_are_not()
    {
        var data = Directory.CreateTempSubdirectory("assistant-test-");
        try
        {
            await using var app = new KestrelFactory { Settings = { ["Assistant:AccessToken"] = Token, ["Assistant:Data"] = data.FullName } };
            using var http = app.CreateClient();
            for (var attempt = 0; attempt < 5; attempt++)
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, "/api/models") { Headers = { { "Authorization", "Bearer a-guess-of-many-characters" } } };
                await http.SendAsync(request);
            }

            await app.Services.GetRequiredService<AuditLog>().WrittenAsync();
            var lines = File.ReadAllLines(Path.Combine(data.FullName, "audit.jsonl"));
            Assert.Equal(
                [.. Enumerable.Repeat("wrong token", 4), "wrong token, has to wait now"],
                lines.Select(line => JsonSerializer.Deserialize<JsonElement>(line)).Where(entry => entry.GetProperty("kind").GetString() == AuditKind.SignIn)
                    .Select(entry => entry.GetProperty("details").GetProperty("result").GetString()));
            Assert.DoesNotContain(lines, line => line.Contains("guess", StringComparison.Ordinal) || line.Contains(Token, StringComparison.Ordinal));
        }
        finally
        {
            data.Delete(recursive: true);
        }
    }
}
