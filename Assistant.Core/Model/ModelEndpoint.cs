using Microsoft.Extensions.Logging;

namespace Assistant.Core.Model;

/// <summary>One endpoint with one set of settings: the way to it, what it offers, the model in use there, and the client that talks to it.</summary>
public sealed class ModelEndpoint
{
    /// <param name="options">The endpoint's address, its key and the limits of a call.</param>
    /// <param name="time">What limits and rates are measured with.</param>
    /// <param name="loggers">Where calls are logged, without a word of what was said in them.</param>
    /// <param name="knownQuirks">What is known beforehand not to be taken; the rest is found out.</param>
    public ModelEndpoint(ModelOptions options, TimeProvider time, ILoggerFactory loggers, Quirks knownQuirks = default)
    {
        Options = options;
        Quirks = new EndpointQuirks(knownQuirks);
        var connection = new ModelConnection(options);
        Catalog = new ModelCatalog(connection, time);
        Name = new ModelName(connection, Catalog);
        Client = new OpenAIChatClient(connection, Name, Quirks, time, loggers.CreateLogger<OpenAIChatClient>());
    }

    public ModelOptions Options { get; }

    public ModelCatalog Catalog { get; }

    public ModelName Name { get; }

    /// <summary>What this endpoint does not take of a request; grows as it is used.</summary>
    public EndpointQuirks Quirks { get; }

    /// <summary>What the endpoint last said is left for its key; none while it has said nothing.</summary>
    public RateLimits? RateLimits => Client.RateLimits;

    public OpenAIChatClient Client { get; }

    /// <summary>Opens the connection with a request that costs nothing, and finds the model's name on the way where none is set.</summary>
    /// <exception cref="ModelException">The endpoint could not be reached, or refused; a question will be told the same.</exception>
    public async Task WarmUpAsync(CancellationToken cancellationToken)
    {
        if (Name.Known is null)
        {
            await Name.GetAsync(cancellationToken);
        }
        else
        {
            await Catalog.ListAsync(cancellationToken);
        }
    }
}
