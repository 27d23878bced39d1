using Assistant.Core.BuiltIn;
using Assistant.Core.CSharp;
using Assistant.Core.Delivery;
using Assistant.Tests.Fakes;
using Microsoft.Extensions.AI;

namespace Assistant.Tests.CSharp;

/// <summary>One engine for all tests, because it warms up for seconds. Its clock stands still, so a slow machine never runs out of budget.</summary>
public sealed class WarmEngine : IAsyncLifetime
{
    public ManualTime Time { get; } = new();

    public CSharpEngine Engine { get; }

    public BuiltInChatClient Client { get; }

    public WarmEngine()
    {
        Engine = new CSharpEngine(Time);
        Client = new BuiltInChatClient(new BuiltInEngine(Engine), Time);
    }

    public Task InitializeAsync() => Engine.WarmUpAsync(CancellationToken.None);

    public Task DisposeAsync()
    {
        Engine.Dispose();
        return Task.CompletedTask;
    }

    public async Task<RefactoredCode> RefactorAsync(string code, RuleFilter? filter = null)
    {
        using var study = await Engine.ReadAsync(code, CancellationToken.None);
        return await study.RefactorAsync(filter ?? RuleFilter.None, CancellationToken.None);
    }

    public async Task<CodeDescription> DescribeAsync(string code)
    {
        using var study = await Engine.ReadAsync(code, CancellationToken.None);
        return await study.DescribeAsync(CancellationToken.None);
    }

    public Task<ChatResponse> AnswerAsync(Assignment assignment)
    {
        var options = new ChatOptions();
        assignment.AttachTo(options);
        return Client.GetResponseAsync([new ChatMessage(ChatRole.User, "(a prompt for models)")], options);
    }

    public async Task<string> AskAsync(string question, string? code = null, string? language = null) =>
        (await AnswerAsync(new Assignment("ask", question) { Code = code, Language = language })).Text;

    public async Task<string> RefactorTextAsync(string code, string? language = null) =>
        (await AnswerAsync(new Assignment("refactor", "") { Code = code, Language = language, Rewrite = new RewriteWish() })).Text;
}
