using Microsoft.Extensions.AI;

namespace Assistant.Web.Start;

/// <summary>What a person reads once the server listens: the address, the model in use, and every <see cref="StartFact"/>.</summary>
public sealed class StartBlock(IServiceProvider services, IEnumerable<StartFact> facts)
{
    public void Write(TextWriter output, ICollection<string> addresses)
    {
        // A test's in-memory server has no address, and nobody who reads.
        if (addresses.Count == 0)
        {
            return;
        }

        var lines = facts.ToList();
        if (services.GetService<IChatClient>() is { } model && Describe(model) is { } description)
        {
            lines.Insert(0, new StartFact("Model", description));
        }

        var width = lines.Select(line => line.Name.Length).DefaultIfEmpty().Max() + 2;

        output.WriteLine($"The Assistant is at {string.Join(" and ", addresses)}");
        foreach (var line in lines)
        {
            output.WriteLine($"  {line.Name.PadRight(width)}{line.Text}");
        }

        output.WriteLine("Press Ctrl+C to stop.");
    }

    private static string? Describe(IChatClient model)
    {
        var about = model.GetService<ChatClientMetadata>();
        return (about?.DefaultModelId, about?.ProviderUri) switch
        {
            ({ } name, { } uri) => $"{name} at {uri.Authority}",
            (null, { } uri) => $"the first one {uri.Authority} offers",
            ({ } name, null) => name,
            _ => about?.ProviderName,
        };
    }
}
