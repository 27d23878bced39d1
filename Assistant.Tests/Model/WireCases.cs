namespace Assistant.Tests.Model;

/// <summary>Complete answers in every dialect we know of.</summary>
public static class WireCases
{
    private const string Finish = """data: {"choices":[{"delta":{},"finish_reason":"stop"}]}""" + "\n\n";
    private const string Done = "data: [DONE]\n\n";

    public static TheoryData<WireCase> All { get; } =
    [
        // Lines and events.
        new("a plain stream", Delta("Hel") + Delta("lo") + Finish + Done),
        new("line ends are CRLF", (Delta("Hel") + Delta("lo") + Finish + Done).Replace("\n", "\r\n")),
        new("line ends are CR", (Delta("Hel") + Delta("lo") + Finish + Done).Replace("\n", "\r")),
        new("a byte order mark in front of events", "\uFEFF" + Delta("Hello") + Finish),
        new("a byte order mark in front of JSON", "\uFEFF" + Whole("""{"content":"Hello"}""")),
        new("blank lines first", "\n\n" + Delta("Hello") + Finish),
        new("comments and keep-alives", ": OPENROUTER PROCESSING\n\n" + Delta("Hel") + ":\n\n: ping\n\nevent: ping\ndata: {}\n\ndata: ping\n\n" + Delta("lo") + Finish + Done),
        new("no blank after the colon", "data:{\"choices\":[{\"delta\":{\"content\":\"Hello\"},\"finish_reason\":\"stop\"}]}\n\n"),
        new("data over several lines", "data: {\"choices\":\ndata: [{\"delta\":{\"content\":\ndata: \"Hello\"},\"finish_reason\":\"stop\"}]}\n\n"),
        new("no blank lines between events", "data: {\"choices\":[{\"delta\":{\"content\":\"Hel\"}}]}\n" + Delta("lo").TrimEnd('\n') + "\n" + Finish.TrimEnd('\n') + "\n" + Done),
        new("no [DONE]", Delta("Hello") + Finish),
        new("[DONE] at once after the last text", Event("""{"choices":[{"delta":{"content":"Hello"},"finish_reason":"stop"}]}""") + Done),
        new("the last event is not closed", Delta("Hello") + Finish.TrimEnd('\n')),
        new("something after [DONE]", Delta("Hello") + Finish + Done + "data: {broken\n\n"),
        new("one JSON document for each line", """{"choices":[{"delta":{"content":"Hel"}}]}""" + "\n" + """{"choices":[{"delta":{"content":"lo"},"finish_reason":"stop"}]}""" + "\n"),
        new("other event names and ids", "id: 7\nevent: message_delta\nretry: 100\n" + Delta("Hello") + Finish),

        // Characters.
        new("a surrogate pair escaped", Delta("\\ud83d\\ude00") + Finish) { Text = "😀" },
        new("a surrogate pair split over chunks", Delta("a\\ud83d") + Delta("\\ude00b") + Finish) { Text = "a😀b" },
        new("a surrogate pair split around an empty chunk", Delta("\\ud83d") + Delta("") + Delta("\\ude00") + Finish) { Text = "😀" },
        new("a lone high surrogate in the middle", Delta("a\\ud83db") + Finish) { Text = "a\uFFFDb" },
        new("a lone high surrogate at the end", Delta("a\\ud83d") + Finish) { Text = "a\uFFFD" },
        new("a lone low surrogate", Delta("\\ude00a") + Finish) { Text = "\uFFFDa" },
        new("every kind of escape", Delta("""\"\\\/\b\f\n\r\t\u00e9""") + Finish) { Text = "\"\\/\b\f\n\r\té" },
        new("text beyond ASCII as it is", Delta("né 你好 😀") + Finish) { Text = "né 你好 😀" },

        // Chunks.
        new("the first chunk has only a role", Event("""{"choices":[{"index":0,"delta":{"role":"assistant"},"finish_reason":null}]}""") + Delta("Hello") + Finish),
        new("empty and null deltas", Event("""{"choices":[{"delta":{}}]}""") + Event("""{"choices":[{"delta":null}]}""") + Event("""{"choices":[{"delta":{"content":null}}]}""") + Delta("") + Delta("Hello") + Finish),
        new("null and empty choices", Event("""{"choices":null}""") + Event("""{"choices":[]}""") + Event("""{"choices":[null]}""") + Event("null") + Delta("Hello") + Finish),
        new("numeric and null ids", Event("""{"id":17,"choices":[{"delta":{"content":"Hel"}}]}""") + Event("""{"id":null,"choices":[{"delta":{"content":"lo"},"finish_reason":"stop"}]}""")),
        new("odd created", Event("""{"created":"2026-01-01","choices":[{"delta":{"content":"Hel"}}]}""") + Event("""{"created":1.5e9,"choices":[{"delta":{"content":"lo"},"finish_reason":"stop"}]}""")),
        new("an unknown role is kept", Event("""{"choices":[{"delta":{"role":"robot","content":"Hello"}}]}""") + Finish) { Role = "robot" },
        new("an answer is never the user's turn", Event("""{"choices":[{"delta":{"role":"user","content":"Hello"}}]}""") + Finish),
        new("an unknown finish reason is kept", Delta("Hello") + Event("""{"choices":[{"delta":{},"finish_reason":"eos_token"}]}""")) { FinishReason = "eos_token" },
        new("a numeric finish reason", Delta("Hello") + Event("""{"choices":[{"delta":{},"finish_reason":2}]}""")) { FinishReason = "2" },
        new("an empty finish reason before the real one", Event("""{"choices":[{"delta":{"content":"Hello"},"finish_reason":""}]}""") + Finish),
        new("text in the finish chunk", Delta("Hel") + Event("""{"choices":[{"delta":{"content":"lo"},"finish_reason":"stop"}]}""")),
        new("text after the finish reason", Finish + Delta("Hello") + Done),
        new("an index that is not zero", Event("""{"choices":[{"index":1,"delta":{"content":"Hello"},"finish_reason":"stop"}]}""")),
        new("a second choice nobody asked for", Event("""{"choices":[{"index":0,"delta":{"content":"Hello"}},{"index":1,"delta":{"content":"Bye"}}]}""") + Event("""{"choices":[{"index":1,"delta":{"content":"Bye"}}]}""") + Event("""{"choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}""")),
        new("a filter report first", Event("""{"choices":[],"prompt_filter_results":[{"content_filter_results":{}}]}""") + Delta("Hello") + Finish),
        new("a message in place of a delta", Event("""{"choices":[{"message":{"role":"assistant","content":"Hello"},"finish_reason":"stop"}]}""")),
        new("legacy text", Event("""{"choices":[{"text":"Hello","finish_reason":"stop"}]}""")),
        new("trailing commas", Event("""{"choices":[{"delta":{"content":"Hello",},"finish_reason":"stop",},],}""")),
        new("the model's own name", Event("""{"model":"llama-9","choices":[{"delta":{"content":"Hello"},"finish_reason":"stop"}]}""")) { Model = "llama-9" },

        // Whole answers.
        new("a whole answer", Whole("""{"role":"assistant","content":"Hello"}""")),
        new("a whole answer with blanks around it", "  \n" + Whole("""{"content":"Hello"}""") + "\n"),
        new("content in parts", Whole("""{"content":[{"type":"text","text":"Hel"},{"type":"text","text":"lo"}]}""")),
        new("content in plain strings", Whole("""{"content":["Hel","lo"]}""")),
        new("an empty answer", Whole("""{"content":null}""")) { Text = "" },
        new("a whole answer that ran out of tokens", Whole("""{"content":""}""", "length")) { Text = "", FinishReason = "length" },

        // Reasoning and refusals.
        new("reasoning", Event("""{"choices":[{"delta":{"reasoning":"Hm"}}]}""") + Event("""{"choices":[{"delta":{"reasoning":"m."}}]}""") + Delta("Hello") + Finish) { Reasoning = "Hmm." },
        new("reasoning_content", Event("""{"choices":[{"delta":{"reasoning_content":"Hmm.","content":null}}]}""") + Delta("Hello") + Finish) { Reasoning = "Hmm." },
        new("reasoning beside text", Whole("""{"reasoning":"Hmm.","content":"Hello"}""")) { Reasoning = "Hmm." },
        new("both spellings of reasoning are one", Whole("""{"reasoning":"Hmm.","reasoning_content":"Hmm.","content":"Hello"}""")) { Reasoning = "Hmm." },
        new("thinking as a part", Whole("""{"content":[{"type":"thinking","thinking":[{"type":"text","text":"Hmm."}]},{"type":"text","text":"Hello"}]}""")) { Reasoning = "Hmm." },
        new("a refusal", Event("""{"choices":[{"delta":{"refusal":"I can't "}}]}""") + Event("""{"choices":[{"delta":{"refusal":"do that."},"finish_reason":"stop"}]}""")) { Text = "I can't do that." },

        // Usage.
        new("usage in a chunk of its own", Delta("Hello") + Finish + Event("""{"choices":[],"usage":{"prompt_tokens":9,"completion_tokens":3,"total_tokens":12}}""") + Done) { Usage = "9+3" },
        new("usage that grows counts once", Event("""{"choices":[{"delta":{"content":"Hel"}}],"usage":{"prompt_tokens":9,"completion_tokens":1}}""") + Event("""{"choices":[{"delta":{"content":"lo"},"finish_reason":"stop"}],"usage":{"prompt_tokens":9,"completion_tokens":2}}""")) { Usage = "9+2" },
        new("usage with details", Whole("""{"content":"Hello"}""", "stop", """{"prompt_tokens":9,"completion_tokens":3,"prompt_tokens_details":{"cached_tokens":4},"completion_tokens_details":{"reasoning_tokens":2}}""")) { Usage = "9+3 cached 4 reasoning 2" },
        new("usage in Groq's corner", Delta("Hello") + Event("""{"choices":[{"delta":{},"finish_reason":"stop"}],"x_groq":{"usage":{"prompt_tokens":9,"completion_tokens":3}}}""")) { Usage = "9+3" },
        new("usage in text and fractions", Whole("""{"content":"Hello"}""", "stop", """{"prompt_tokens":"9","completion_tokens":3.0,"total_tokens":null}""")) { Usage = "9+3" },
        new("usage that is nonsense", Whole("""{"content":"Hello"}""", "stop", """{"prompt_tokens":-1,"completion_tokens":{},"total_tokens":"many"}""")),
        new("usage that is null", Whole("""{"content":"Hello"}""", "stop", "null")),

        // Tool calls.
        Tools("a tool call in pieces", """[{"index":0,"id":"a","type":"function","function":{"name":"read","arguments":""}}]""", """[{"index":0,"function":{"arguments":"{\"path\":"}}]""", """[{"index":0,"function":{"arguments":"\"x\"}"}}]"""),
        Tools("a tool call without index", """[{"id":"a","function":{"name":"read","arguments":"{\"path\":"}}]""", """[{"function":{"arguments":"\"x\"}"}}]"""),
        Tools("arguments as an object", """[{"index":0,"id":"a","function":{"name":"read","arguments":{"path":"x"}}}]"""),
        Tools("an id that changes with each piece", """[{"index":0,"id":"a","function":{"name":"read","arguments":"{\"path\""}}]""", """[{"index":0,"id":"b","function":{"arguments":":\"x\""}}]""", """[{"index":0,"id":"c","function":{"name":"read","arguments":"}"}}]"""),
        Tools("an id and a name that are split", """[{"index":0,"id":"a","function":{"name":"re"}}]""", """[{"index":0,"id":"_1","function":{"arguments":""}}]""", """[{"index":0,"function":{"name":"ad","arguments":"{\"path\":\"x\"}"}}]"""),
        Tools("a name repeated with each piece", """[{"index":0,"id":"a","function":{"name":"read","arguments":"{\"path\":"}}]""", """[{"index":0,"id":"a","function":{"name":"read","arguments":"\"x\"}"}}]"""),
        Tools("a call sent twice", """[{"index":0,"id":"a","function":{"name":"read","arguments":"{\"path\":\"x\"}"}}]""", """[{"index":0,"id":"a","function":{"name":"read","arguments":"{\"path\":\"x\"}"}}]"""),
        Tools("null in place of what is missing", """[{"index":0,"id":"a","type":null,"function":{"name":"read","arguments":"{\"path\":\"x\"}"}}]""", """[{"index":0,"id":null,"function":{"name":null,"arguments":null}}]"""),
        Tools("a numeric id", """[{"index":"0","id":7,"function":{"name":"read","arguments":"{\"path\":\"x\"}"}}]""") with { ToolCalls = """7=read({"path":"x"})""" },
        Tools("no id at all", """[{"index":0,"function":{"name":"read","arguments":"{\"path\":\"x\"}"}}]""") with { ToolCalls = """call_1=read({"path":"x"})""" },
        Tools("no arguments", """[{"index":0,"id":"a","function":{"name":"read"}}]""") with { ToolCalls = "a=read({})" },
        Tools("arguments that are not JSON", """[{"index":0,"id":"a","function":{"name":"read","arguments":"path=x"}}]""") with { ToolCalls = "a=read(unreadable)" },
        Tools("a surrogate pair split inside arguments", """[{"index":0,"id":"a","function":{"name":"read","arguments":"{\"path\":\"\ud83d"}}]""", """[{"index":0,"function":{"arguments":"\ude00\"}"}}]""") with { ToolCalls = """a=read({"path":"\uD83D\uDE00"})""" },
        Tools("two calls by index", """[{"index":0,"id":"a","function":{"name":"read","arguments":"{\"path\":\"x\"}"}},{"index":1,"id":"b","function":{"name":"list","arguments":"{"}}]""", """[{"index":1,"function":{"arguments":"}"}}]""") with { ToolCalls = """a=read({"path":"x"}); b=list({})""" },
        Tools("two calls, all index 0", """[{"index":0,"id":"a","function":{"name":"read","arguments":"{\"path\":\"x\"}"}}]""", """[{"index":0,"id":"b","function":{"name":"read","arguments":"{\"path\":"}}]""", """[{"index":0,"function":{"arguments":"\"y\"}"}}]""") with { ToolCalls = """a=read({"path":"x"}); b=read({"path":"y"})""" },
        Tools("two calls without index", """[{"id":"a","function":{"name":"read","arguments":"{}"}},{"id":"b","function":{"name":"list","arguments":"{}"}}]""") with { ToolCalls = "a=read({}); b=list({})" },
        Tools("two calls with one id", """[{"index":0,"id":"a","function":{"name":"read","arguments":"{}"}},{"index":1,"id":"a","function":{"name":"list","arguments":"{}"}}]""") with { ToolCalls = "a=read({}); call_2=list({})" },
        new("a legacy function call", Event("""{"choices":[{"delta":{"function_call":{"name":"read","arguments":""}}}]}""") + Event("""{"choices":[{"delta":{"function_call":{"arguments":"{\"path\":\"x\"}"}},"finish_reason":"function_call"}]}""")) { Text = "", ToolCalls = """call_1=read({"path":"x"})""", FinishReason = "tool_calls" },
        new("whole tool calls", Whole("""{"content":null,"tool_calls":[{"id":"a","type":"function","function":{"name":"read","arguments":"{\"path\":\"x\"}"}}]}""", "tool_calls")) { Text = "", ToolCalls = """a=read({"path":"x"})""", FinishReason = "tool_calls" },
        new("a call in an answer that ran out of tokens is not made", Event("""{"choices":[{"delta":{"tool_calls":[{"index":0,"id":"a","function":{"name":"read","arguments":"{}"}}]},"finish_reason":"length"}]}""")) { Text = "", FinishReason = "length" },
    ];

    public static string Delta(string escaped) => Event($$"""{"choices":[{"index":0,"delta":{"content":"{{escaped}}"},"finish_reason":null}]}""");

    private static string Event(string json) => $"data: {json}\n\n";

    private static string Whole(string message, string finishReason = "stop", string usage = "null") =>
        $$"""{"choices":[{"index":0,"message":{{message}},"finish_reason":"{{finishReason}}"}],"usage":{{usage}}}""";

    private static WireCase Tools(string name, params string[] pieces) =>
        new(name, string.Concat(pieces.Select(calls => Event("""{"choices":[{"index":0,"delta":{"tool_calls":""" + calls + "}}]}"))) + Event("""{"choices":[{"index":0,"delta":{},"finish_reason":"tool_calls"}]}"""))
        {
            Text = "",
            ToolCalls = """a=read({"path":"x"})""",
            FinishReason = "tool_calls",
        };
}
