using Assistant.Web.Safety;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;

namespace Assistant.Tests.Safety;

public sealed class BoundAddressCheckTests
{
    [Theory]
    [InlineData("http://127.0.0.1:5080", null)]
    [InlineData("http://0.0.0.0:5080", "a secret of sixteen")]
    public async Task It_lets_the_server_start(string address, string? token) => await CheckAsync(address, token);

    [Fact]
    public async Task An_address_that_came_from_code_is_refused_too()
    {
        var refusal = await Assert.ThrowsAsync<OptionsValidationException>(() => CheckAsync("http://0.0.0.0:5080", token: null));

        Assert.StartsWith("Will not listen on http://0.0.0.0:5080:", refusal.Message, StringComparison.Ordinal);
    }

    private static Task CheckAsync(string address, string? token) =>
        new BoundAddressCheck(new ListeningServer(address), Options.Create(new AccessOptions { AccessToken = token })).StartedAsync(CancellationToken.None);

    private sealed class ListeningServer : IServer
    {
        public ListeningServer(string address)
        {
            var addresses = new ServerAddressesFeature();
            addresses.Addresses.Add(address);
            Features.Set<IServerAddressesFeature>(addresses);
        }

        public IFeatureCollection Features { get; } = new FeatureCollection();

        public Task StartAsync<TContext>(IHttpApplication<TContext> application, CancellationToken cancellationToken)
            where TContext : notnull => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public void Dispose()
        {
        }
    }
}
