using Assistant.Core.Model;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Assistant.Tests.Model;

public sealed class ModelSettingsTests
{
    [Fact]
    public void With_nothing_set_there_is_no_endpoint_and_every_limit_has_its_default()
    {
        var options = Read();

        Assert.Null(options.Endpoint);
        Assert.Null(options.ApiKey);
        Assert.Equal(
            (TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(10), 2_097_152, 3),
            (options.FirstByteTimeout, options.ContentIdleTimeout, options.AnswerTimeout, options.MaxAnswerBytes, options.MaxRetries));
    }

    [Fact]
    public void The_long_names_are_read()
    {
        var options = Read(
            ("Assistant:Model:Endpoint", "https://models.example/api/v2/"),
            ("Assistant:Model:ApiKey", "long-key"),
            ("Assistant:Model:Name", "big"),
            ("Assistant:Model:ReasoningEffort", "low"),
            ("Assistant:Model:ExtraBody", """{"seed":1}"""),
            ("Assistant:Model:FirstByteTimeout", "00:00:05.250"),
            ("Assistant:Model:AnswerTimeout", "1.00:00:00"),
            ("Assistant:Model:MaxAnswerBytes", "4096"));

        Assert.Equal("https://models.example/api/v2", options.Endpoint!.AbsoluteUri);
        Assert.Equal(("long-key", "big", "low", """{"seed":1}"""), (options.ApiKey, options.Name, options.ReasoningEffort, options.ExtraBody));
        Assert.Equal((TimeSpan.FromSeconds(5.25), TimeSpan.FromDays(1), 4096), (options.FirstByteTimeout, options.AnswerTimeout, options.MaxAnswerBytes));
    }

    [Fact]
    public void The_short_names_stand_in_for_long_ones_that_are_not_set()
    {
        var options = Read(("OPENAI_BASE_URL", "http://localhost:1234/v1"), ("OPENAI_API_KEY", "short-key"), ("OPENAI_MODEL", "small"), ("Assistant:Model:Name", "big"));

        Assert.Equal(("http://localhost:1234/v1", "short-key", "big"), (options.Endpoint!.AbsoluteUri, options.ApiKey, options.Name));
    }

    [Theory]
    [InlineData("OPENAI_API_KEY")]
    [InlineData("Assistant:Model:ApiKey")]
    public void A_key_with_no_address_means_OpenAI(string name)
    {
        var options = Read((name, "a-key"), ("CEREBRAS_API_KEY", "other"));

        Assert.Equal(("https://api.openai.com/v1", "a-key"), (options.Endpoint!.AbsoluteUri, options.ApiKey));
    }

    [Fact]
    public void The_Cerebras_key_alone_means_Cerebras()
    {
        var options = Read(("CEREBRAS_API_KEY", "a-key"));

        Assert.Equal(("https://api.cerebras.ai/v1", "a-key"), (options.Endpoint!.AbsoluteUri, options.ApiKey));
    }

    [Theory]
    [InlineData("OPENAI_BASE_URL")]
    [InlineData("Assistant:Model:Endpoint")]
    public void The_Cerebras_key_is_not_sent_to_another_address(string name)
    {
        var options = Read((name, "http://localhost:11434"), ("CEREBRAS_API_KEY", "a-key"));

        Assert.Equal(("http://localhost:11434/v1", null), (options.Endpoint!.AbsoluteUri, options.ApiKey));
    }

    [Theory]
    [InlineData("http://localhost:11434", "http://localhost:11434/v1")]
    [InlineData("http://localhost:11434/", "http://localhost:11434/v1")]
    [InlineData("https://host/v1", "https://host/v1")]
    [InlineData("https://host/v1/", "https://host/v1")]
    [InlineData("https://host/openai/deployments/x", "https://host/openai/deployments/x")]
    public void A_bare_authority_gets_v1(string written, string read) =>
        Assert.Equal(read, Read(("Assistant:Model:Endpoint", written)).Endpoint!.AbsoluteUri);

    [Fact]
    public void A_blank_counts_as_not_set()
    {
        var options = Read(
            ("Assistant:Model:Endpoint", " "), ("Assistant:Model:ApiKey", ""), ("Assistant:Model:MaxRetries", ""), ("OPENAI_BASE_URL", ""), ("OPENAI_API_KEY", "  "));

        Assert.Null(options.Endpoint);
        Assert.Equal(3, options.MaxRetries);
    }

    [Theory]
    [InlineData("Assistant:Model:FirstByteTimeout", "5", "Assistant:Model:FirstByteTimeout is '5': write a duration as hh:mm:ss, for example 00:01:00.")]
    [InlineData("Assistant:Model:AnswerTimeout", "10m", "Assistant:Model:AnswerTimeout is '10m': write a duration")]
    [InlineData("Assistant:Model:AnswerTimeout", "00:10", "Assistant:Model:AnswerTimeout is '00:10': write a duration")]
    [InlineData("Assistant:Model:AnswerTimeout", "24:00:00", "Assistant:Model:AnswerTimeout is '24:00:00': write a duration")]
    [InlineData("Assistant:Model:AnswerTimeout", "00:00:00", "Assistant:Model:AnswerTimeout is 00:00:00: write a value from 00:00:00.001")]
    [InlineData("Assistant:Model:MaxRetries", "many", "Assistant:Model:MaxRetries is 'many': write a whole number")]
    [InlineData("Assistant:Model:MaxRetries", "11", "Assistant:Model:MaxRetries is 11: write a value from 0 to 10.")]
    [InlineData("Assistant:Model:MaxAnswerBytes", "2MB", "Assistant:Model:MaxAnswerBytes is '2MB': write a whole number")]
    [InlineData("Assistant:Model:Endpoint", "localhost:11434", "Assistant:Model:Endpoint is 'localhost:11434': write an address that starts with http:// or https://")]
    [InlineData("OPENAI_BASE_URL", "ftp://host", "OPENAI_BASE_URL is 'ftp://host': write an address")]
    [InlineData("Assistant:Model:Endpoint", "http://192.168.1.5:8000", "Assistant:Model:Endpoint cannot be used: what is sent to another machine can be read on the way.")]
    [InlineData("Assistant:Model:Endpoint", "https://169.254.169.254", "Assistant:Model:Endpoint cannot be used: nothing is sent to that address")]
    [InlineData("OPENAI_BASE_URL", "http://host", "Assistant:Model:Endpoint cannot be used: what is sent to another machine can be read on the way.")]
    [InlineData("Assistant:Model:AllowHttp", "yes", "Assistant:Model:AllowHttp is 'yes': write true or false.")]
    [InlineData("Assistant:Model:ExtraBody", "[1]", "Assistant:Model:ExtraBody cannot be used: write a JSON object")]
    [InlineData("Assistant:Model:ExtraBody", "{seed:1}", "Assistant:Model:ExtraBody cannot be used: write a JSON object")]
    [InlineData("Assistant:Model:ExtraBody:seed", "1", "Assistant:Model:ExtraBody holds several values: write it as one text.")]
    public void A_bad_value_stops_the_start_with_a_sentence_that_names_it(string key, string value, string sentence)
    {
        using var services = Services((key, value));

        var failure = Assert.Throws<OptionsValidationException>(services.GetRequiredService<IStartupValidator>().Validate);

        Assert.StartsWith(sentence, Assert.Single(failure.Failures), StringComparison.Ordinal);
    }

    [Fact]
    public void An_endpoint_in_a_network_of_ones_own_may_be_spoken_to_without_encryption_where_that_is_set()
    {
        using var services = Services(("Assistant:Model:Endpoint", "http://192.168.1.5:8000"), ("Assistant:Model:AllowHttp", "true"));

        services.GetRequiredService<IStartupValidator>().Validate();
    }

    [Theory]
    [InlineData("Assistant:Model:Endpoint", "http://me:secret-word@host/v1")]
    [InlineData("Assistant:Model:ApiKey", "secret-word with blanks")]
    public void A_bad_value_that_may_be_a_secret_is_not_shown(string key, string value)
    {
        using var services = Services((key, value));

        var failure = Assert.Throws<OptionsValidationException>(services.GetRequiredService<IStartupValidator>().Validate);

        Assert.Contains(key, failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-word", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_endpoint_of_the_settings_is_the_one_that_answers_first()
    {
        using var services = Services(("OPENAI_BASE_URL", "http://localhost:1"), ("OPENAI_MODEL", "small"));

        var endpoint = services.GetRequiredService<ModelSelection>().Endpoint!;
        Assert.Equal(("http://localhost:1/v1", "small"), (endpoint.Options.Endpoint!.ToString(), endpoint.Name.Known));
    }

    private static ModelOptions Read(params (string Key, string Value)[] settings)
    {
        using var services = Services(settings);
        return services.GetRequiredService<IOptions<ModelOptions>>().Value;
    }

    private static ServiceProvider Services(params (string Key, string Value)[] settings) => new ServiceCollection()
        .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(setting => setting.Key, setting => (string?)setting.Value)).Build())
        .AddLogging()
        .AddModel()
        .BuildServiceProvider();
}
