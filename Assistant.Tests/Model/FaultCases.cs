using Assistant.Core.Model;

namespace Assistant.Tests.Model;

/// <summary>Failures in every shape we know of, with a status of their own or inside a 200.</summary>
public static class FaultCases
{
    private const string Text = """data: {"choices":[{"delta":{"content":"Hello"}}]}""" + "\n\n";

    public static TheoryData<FaultCase> All { get; } =
    [
        // Statuses.
        new("401 as OpenAI says it", 401, """{"error":{"message":"Incorrect API key provided.","type":"invalid_request_error","code":"invalid_api_key"}}""", ModelFault.Unauthorized, "check Assistant:Model:ApiKey"),
        new("401 flat, as Cerebras says it", 401, """{"message":"Wrong API Key","type":"invalid_request_error","param":"api_key","code":"wrong_api_key"}""", ModelFault.Unauthorized, "Wrong API Key"),
        new("403", 403, """{"error":"This key may not use this model"}""", ModelFault.Unauthorized, "This key may not use this model"),
        new("402", 402, """{"error":{"message":"Insufficient credits","code":402}}""", ModelFault.Quota, "add credit"),
        new("404 for a model", 404, """{"error":{"message":"The model `configured` does not exist","code":"model_not_found"}}""", ModelFault.ModelNotFound, "has no model named 'configured'"),
        new("404 for a model, as Ollama says it", 404, """{"error":{"message":"model \"configured\" not found, try pulling it first"}}""", ModelFault.ModelNotFound, "try pulling it first"),
        new("404 for the address", 404, "404 page not found", ModelFault.BadResponse, "There is no model endpoint at http://model.test/v1"),
        new("429 with nothing left", 429, """{"error":{"message":"You exceeded your current quota","code":"insufficient_quota"}}""", ModelFault.Quota, "nothing left to spend"),
        new("429", 429, """{"error":{"message":"Rate limit reached"}}""", ModelFault.RateLimited, "Rate limit reached"),
        new("500 with a detail", 500, """{"detail":"CUDA out of memory"}""", ModelFault.Unavailable, "CUDA out of memory"),
        new("502 with a page", 502, "<html><head><title>502 Bad Gateway</title><style>p{}</style></head><body><center><h1>502 Bad Gateway</h1></center><hr>nginx &amp; co</body></html>", ModelFault.Unavailable, "“502 Bad Gateway 502 Bad Gateway nginx & co”"),
        new("503 while loading, as llama.cpp says it", 503, """{"error":{"code":503,"message":"Loading model","type":"unavailable_error"}}""", ModelFault.Unavailable, "Loading model"),
        new("503 with nothing", 503, "", ModelFault.Unavailable, "try again in a moment."),
        new("400 for the context", 400, """{"error":{"message":"This model's maximum context length is 8192 tokens.","code":"context_length_exceeded"}}""", ModelFault.TooLong, "send less code"),
        new("400 for the context, as llama.cpp says it", 400, """{"error":{"code":400,"message":"the request exceeds the available context size","type":"exceed_context_size_error"}}""", ModelFault.TooLong, "available context size"),
        new("413", 413, "Payload Too Large", ModelFault.TooLong, "Payload Too Large"),
        new("400 for a property", 400, """{"message":"property 'foo' is unsupported","type":"invalid_request_error"}""", ModelFault.Refused, "property 'foo' is unsupported"),
        new("422 with a list of details", 422, """{"detail":[{"loc":["body","messages"],"msg":"Field required"},{"msg":"Too short"}]}""", ModelFault.Refused, "Field required; Too short"),
        new("400 from the filter", 400, """{"error":{"message":"The response was filtered due to the content management policy","code":"content_filter"}}""", ModelFault.Filtered, "word it differently"),
        new("400 for the key, as Gemini says it", 400, """[{"error":{"code":400,"message":"API key not valid. Please pass a valid API key.","status":"INVALID_ARGUMENT"}}]""", ModelFault.Unauthorized, "API key not valid"),
        new("a redirect", 307, "", ModelFault.BadResponse, "points to another address"),
        new("408", 408, "", ModelFault.Timeout, "gave up waiting"),

        // Inside a 200.
        new("a page", 200, "<!doctype html><title>Welcome</title><script>x()</script><p>It works!", ModelFault.BadResponse, "“Welcome It works!”"),
        new("nothing", 200, "", ModelFault.BadResponse, "not a model's answer"),
        new("only words", 200, "upstream connect error", ModelFault.BadResponse, "upstream connect error"),
        new("JSON that is no answer", 200, """{"status":"ok"}""", ModelFault.BadResponse, "not a model's answer"),
        new("choices that are empty", 200, """{"choices":[],"usage":{"prompt_tokens":1}}""", ModelFault.BadResponse, "not a model's answer"),
        new("an error as an object", 200, """{"error":{"message":"The model is overloaded","type":"server_error"}}""", ModelFault.Unavailable, "The model is overloaded"),
        new("an error as a string", 200, """{"error":"no slot available"}""", ModelFault.Unavailable, "no slot available"),
        new("an error that is all there is", 200, "\"something went wrong\"", ModelFault.Unavailable, "something went wrong"),
        new("a flat error", 200, """{"object":"error","message":"too many tokens in prompt","code":400}""", ModelFault.TooLong, "too many tokens"),
        new("an error with a numeric code", 200, """{"error":{"code":429,"message":"Slow down"}}""", ModelFault.RateLimited, "Slow down"),
        new("an error as data", 200, Text + """data: {"error":{"message":"Provider returned error","code":502,"metadata":{"raw":"upstream is down"}}}""" + "\n\n", ModelFault.Unavailable, "upstream is down") { Text = "Hello" },
        new("an error flat as data, as vLLM says it", 200, Text + """data: {"object":"error","message":"boom","type":"InternalServerError","code":500}""" + "\n\ndata: [DONE]\n\n", ModelFault.Unavailable, "boom") { Text = "Hello" },
        new("an error as an event", 200, Text + "event: error\ndata: {\"message\":\"boom\"}\n\n", ModelFault.Unavailable, "boom") { Text = "Hello" },
        new("an error as an event of words", 200, Text + "event: error\ndata: it went boom\n\n", ModelFault.Unavailable, "it went boom") { Text = "Hello" },
        new("an error as a bare line", 200, Text + """{"error":{"message":"boom","code":500}}""" + "\n", ModelFault.Unavailable, "boom") { Text = "Hello" },
        new("an error as a field, as llama.cpp says it", 200, Text + """error: {"code":500,"message":"boom"}""" + "\n\n", ModelFault.Unavailable, "boom") { Text = "Hello" },
        new("an error as a string of data", 200, Text + "data: \"boom\"\n\n", ModelFault.Unavailable, "boom") { Text = "Hello" },
        new("an error beside choices", 200, """data: {"choices":[{"delta":{},"finish_reason":"error"}],"error":{"message":"boom"}}""" + "\n\n", ModelFault.Unavailable, "boom"),
        new("finish reason error", 200, Text + """data: {"choices":[{"delta":{},"finish_reason":"error"}]}""" + "\n\n", ModelFault.Incomplete, "broke off") { Text = "Hello" },
        new("finish reason content_filter", 200, Text + """data: {"choices":[{"delta":{},"finish_reason":"content_filter"}]}""" + "\n\n", ModelFault.Filtered, "word it differently") { Text = "Hello" },

        // Broken off.
        new("a stream that just ends", 200, Text, ModelFault.Incomplete, "broke off") { Text = "Hello" },
        new("[DONE] with no finish reason", 200, Text + "data: [DONE]\n\n", ModelFault.Incomplete, "broke off") { Text = "Hello" },
        new("a last event that is cut", 200, Text + """data: {"choices":[{"delta":{"con""", ModelFault.Incomplete, "broke off") { Text = "Hello" },
        new("a damaged event in the middle", 200, Text + "data: {\"choices\":[{\"de\n\n" + Text, ModelFault.BadResponse, "damaged") { Text = "Hello" },
        new("a tool call that is cut after valid JSON", 200, """data: {"choices":[{"delta":{"tool_calls":[{"index":0,"id":"a","function":{"name":"f","arguments":"{}"}}]}}]}""" + "\n\n", ModelFault.Incomplete, "broke off"),
        new("a tool call with no name", 200, """data: {"choices":[{"delta":{"tool_calls":[{"index":0,"id":"a","function":{"arguments":"{}"}}]},"finish_reason":"tool_calls"}]}""" + "\n\n", ModelFault.BadResponse, "without a name"),
        new("a whole answer with no finish reason", 200, """{"choices":[{"message":{"content":"Hello"},"finish_reason":null}]}""", ModelFault.Incomplete, "broke off") { Text = "Hello" },
        new("a whole answer cut inside its text", 200, """{"id":"x","choices":[{"message":{"role":"assistant","content":"Hello\u00""", ModelFault.Incomplete, "broke off") { Text = "Hello" },
        new("a whole answer cut before its text", 200, """{"id":"x","choices":[{"mess""", ModelFault.Incomplete, "broke off"),
        new("a whole answer cut after its text", 200, """{"choices":[{"message":{"content":"Hello"},"fin""", ModelFault.Incomplete, "broke off") { Text = "Hello" },
        new("a null message", 200, """{"choices":[{"message":null,"finish_reason":null}]}""", ModelFault.Incomplete, "broke off"),
    ];
}
