namespace Assistant.Core.Model;

/// <summary>The providers that can be picked by name. Any other OpenAI-compatible endpoint works by its address.</summary>
public static class ModelPresets
{
    public static IReadOnlyList<ModelPreset> All { get; } =
    [
        new("Cerebras", new Uri("https://api.cerebras.ai/v1"), "CEREBRAS_API_KEY"),
        new("OpenAI", new Uri("https://api.openai.com/v1"), "OPENAI_API_KEY"),
        new("Groq", new Uri("https://api.groq.com/openai/v1"), "GROQ_API_KEY") { KnownQuirks = Quirks.NoName },
        new("SambaNova", new Uri("https://api.sambanova.ai/v1"), "SAMBANOVA_API_KEY"),
        new("OpenRouter", new Uri("https://openrouter.ai/api/v1"), "OPENROUTER_API_KEY"),
        new("Mistral", new Uri("https://api.mistral.ai/v1"), "MISTRAL_API_KEY") { KnownQuirks = Quirks.OlderTokenLimit },
        new("Ollama", new Uri("http://localhost:11434/v1")) { KnownQuirks = Quirks.OlderTokenLimit },
        new("LM Studio", new Uri("http://localhost:1234/v1")),
        new("llama.cpp", new Uri("http://localhost:8080/v1")),
        new("vLLM", new Uri("http://localhost:8000/v1")),
    ];

    /// <summary>The provider an address leads to; none for one that only its address names.</summary>
    public static ModelPreset? At(Uri address) => All.FirstOrDefault(preset => preset.IsAt(address));

    /// <summary>What is known beforehand of the place at an address.</summary>
    public static Quirks QuirksOf(Uri address) => At(address)?.KnownQuirks ?? Quirks.None;

    /// <summary>What to call the place at an address: the provider, or the host.</summary>
    public static string NameOf(Uri address) => At(address)?.Name ?? address.Authority;
}
