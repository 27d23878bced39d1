using Microsoft.Extensions.Logging;

namespace Assistant.Core.Model;

/// <summary>One endpoint with one set of settings: the way to it, what it offers, the model in use there, and the client that talks to it.</summary>
public sealed class ModelEndpoint
{
    public ModelEndpoint(ModelOptions options, TimeProvider time, ILoggerFactory loggers)
    {
        Options = options;
        var connection = new ModelConnection(options);
        Catalog = new ModelCatalog(connection, time);
        Name = new ModelName(connection, Catalog);
        Client = new OpenAIChatClient(connection, Name, time, loggers.CreateLogger<OpenAIChatClient>());
    }

    public ModelOptions Options { get; }

    public ModelCatalog Catalog { get; }

    public ModelName Name { get; }

    public OpenAIChatClient Client { get; }
}
