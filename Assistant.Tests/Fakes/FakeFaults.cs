namespace Assistant.Tests.Fakes;

/// <summary>What the model fake-faulty does, one after the other.</summary>
public static class FakeFaults
{
    public static IReadOnlyList<FakeReply> All { get; } =
    [
        FakeReply.Error(401, """{"error":{"message":"Incorrect API key: sk-****abcd.","code":"invalid_api_key"}}"""),
        FakeReply.Error(429, """{"error":{"message":"Rate limit reached for requests.","type":"requests","code":"rate_limit_exceeded"}}""", ("retry-after", "2")),
        FakeReply.Error(500, """{"detail":"The server had an error while processing your request."}"""),
        FakeReply.Events("This answer is ", "cut off in ", "the middle").ThenCut(),
        FakeReply.Events("This one just ", "ends"),
        FakeReply.Raw("<html><head><title>Welcome</title></head><h1>It works!</h1></html>", "text/html"),
        FakeReply.Raw("""{"error":{"message":"The model is overloaded.","type":"server_error"}}""", "application/json"),
        FakeReply.Events("This one stalls ").ThenHang(),
    ];
}
