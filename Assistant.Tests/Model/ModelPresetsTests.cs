using Assistant.Core.Model;

namespace Assistant.Tests.Model;

public sealed class ModelPresetsTests
{
    [Fact]
    public void The_known_providers_can_be_picked_by_name() => Assert.Equal(
        ["Cerebras", "OpenAI", "Groq", "SambaNova", "OpenRouter", "Mistral", "Ollama", "LM Studio", "llama.cpp", "vLLM"],
        ModelPresets.All.Select(preset => preset.Name));

    [Fact]
    public void A_provider_on_another_machine_is_reached_by_https_and_names_its_key_and_a_local_one_needs_none() => Assert.All(
        ModelPresets.All,
        preset => Assert.True(preset.IsLocal ? preset.KeyVariable is null : preset is { Endpoint.Scheme: "https", KeyVariable: not null }));

    [Theory]
    [InlineData("https://api.cerebras.ai/v1", "Cerebras")]
    [InlineData("https://API.GROQ.com/v1", "Groq")]
    [InlineData("http://127.0.0.1:11434/v1", "Ollama")]
    [InlineData("http://[::1]:1234/v1", "LM Studio")]
    [InlineData("http://192.168.1.5:11434/v1", "192.168.1.5:11434")]
    [InlineData("http://api.cerebras.ai/v1", "api.cerebras.ai")]
    [InlineData("https://api.cerebras.ai.example.org/v1", "api.cerebras.ai.example.org")]
    public void An_address_is_called_by_its_provider_and_otherwise_by_its_host(string address, string name) =>
        Assert.Equal(name, ModelPresets.NameOf(new Uri(address)));
}
