using System.Diagnostics;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Assistant.Core.Model;

/// <summary>One call as it is counted and traced: which model where, how long, how many tokens. Never a word of what was asked or answered, and no key.</summary>
internal sealed class CallTelemetry : IDisposable
{
    private const string Operation = "chat";

    // The conventions' own names; an endpoint without one is known by what it is compatible with.
    private static readonly Dictionary<string, string> Providers = new(StringComparer.OrdinalIgnoreCase)
    {
        ["api.cerebras.ai"] = "cerebras",
        ["api.deepseek.com"] = "deepseek",
        ["api.groq.com"] = "groq",
        ["api.mistral.ai"] = "mistral_ai",
        ["api.x.ai"] = "x_ai",
    };

    private readonly TimeProvider _time;
    private readonly long _started;
    private readonly bool _isStreamed;
    private readonly Activity? _activity;
    private TagList _tags;
    private bool _hasContent;

    private CallTelemetry(Uri endpoint, string model, ChatOptions? options, bool isStreamed, TimeProvider time)
    {
        (_time, _started, _isStreamed) = (time, time.GetTimestamp(), isStreamed);
        _tags = new TagList
        {
            { "gen_ai.operation.name", Operation },
            { "gen_ai.provider.name", Providers.GetValueOrDefault(endpoint.Host, "openai") },
            { "gen_ai.request.model", model },
            { "server.address", endpoint.Host },
            { "server.port", endpoint.Port },
        };
        _activity = ModelTelemetry.Source.StartActivity(ActivityKind.Client, tags: _tags, name: $"{Operation} {model}");
        _activity?.SetTag("gen_ai.request.max_tokens", options?.MaxOutputTokens);
        _activity?.SetTag("gen_ai.request.temperature", options?.Temperature);
    }

    /// <summary>None while nobody listens.</summary>
    public static CallTelemetry? Start(Uri endpoint, string model, ChatOptions? options, bool isStreamed, TimeProvider time) =>
        ModelTelemetry.IsListenedTo ? new CallTelemetry(endpoint, model, options, isStreamed, time) : null;

    public void Saw(ChatResponseUpdate update)
    {
        if (!_hasContent && update.ModelId is { } model)
        {
            _tags.Add("gen_ai.response.model", model);
            _activity?.SetTag("gen_ai.response.model", model).SetTag("gen_ai.response.id", update.ResponseId);
        }

        if (!_hasContent && _isStreamed)
        {
            ModelTelemetry.FirstToken.Record(Seconds(), _tags);
        }

        _hasContent = true;
        if (update.FinishReason is { } reason)
        {
            _activity?.SetTag("gen_ai.response.finish_reasons", new[] { reason.Value });
        }

        if (update.Contents.OfType<UsageContent>().FirstOrDefault() is { } usage)
        {
            Used(usage.Details);
        }
    }

    public void Failed(ModelException failure)
    {
        var kind = JsonNamingPolicy.KebabCaseLower.ConvertName(failure.Kind.ToString());
        _tags.Add("error.type", kind);
        _activity?.SetTag("error.type", kind).SetTag("http.response.status_code", failure.StatusCode).SetStatus(ActivityStatusCode.Error, kind);
    }

    public void Dispose()
    {
        ModelTelemetry.Duration.Record(Seconds(), _tags);
        _activity?.Dispose();
    }

    private void Used(UsageDetails usage)
    {
        Record(usage.InputTokenCount, "input");
        Record(usage.OutputTokenCount, "output");
        _activity?
            .SetTag("gen_ai.usage.input_tokens", usage.InputTokenCount)
            .SetTag("gen_ai.usage.output_tokens", usage.OutputTokenCount)
            .SetTag("gen_ai.usage.cache_read.input_tokens", usage.CachedInputTokenCount)
            .SetTag("gen_ai.usage.reasoning.output_tokens", usage.ReasoningTokenCount);
    }

    private void Record(long? tokens, string type)
    {
        if (tokens is { } count)
        {
            var tags = _tags;
            tags.Add("gen_ai.token.type", type);
            ModelTelemetry.Tokens.Record(count, tags);
        }
    }

    private double Seconds() => _time.GetElapsedTime(_started).TotalSeconds;
}
