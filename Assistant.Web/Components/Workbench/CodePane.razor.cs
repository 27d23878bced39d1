using Assistant.Core;
using Assistant.Core.Ask;
using Assistant.Core.Refactor;
using Assistant.Core.Replies;
using Assistant.Web.Components.Parts;
using Microsoft.AspNetCore.Components;

namespace Assistant.Web.Components.Workbench;

/// <summary>The code, what is asked about it, and its refactoring.</summary>
public sealed partial class CodePane : ComponentBase
{
    private const string NoCode = "Paste some code into the editor first.";
    private const string NoQuestion = "Write a question about the code first.";

    private CodeEditor? _editor;
    private AskForm? _askForm;
    private string _language = Languages.All[0].Name;
    private Refactoring? _refactoring;
    private Reply? _reply;
    private string? _trouble;

    /// <summary>An answer is arriving in the conversation, so no question can be asked now.</summary>
    [Parameter] public bool IsLocked { get; set; }

    /// <summary>Takes a question; what it returns is the reason it could not, or nothing.</summary>
    [Parameter, EditorRequired] public required Func<Question, Task<string?>> OnAsk { get; set; }

    /// <summary>Starts a refactoring.</summary>
    [Parameter, EditorRequired] public required Func<Refactoring, Reply> OnRefactor { get; set; }

    /// <summary>A refactoring started, got its first code, or ended.</summary>
    [Parameter] public EventCallback OnProgress { get; set; }

    public bool IsRefactoring => _reply?.IsArriving ?? false;

    /// <summary>The name of the language that is chosen for the code.</summary>
    public string Language => _language;

    /// <summary>The code in the editor; none, with the reason on the page, when it is too long.</summary>
    public async Task<string?> ReadAsync()
    {
        var code = await _editor!.ReadAsync(InputLimits.TextBytes, CancellationToken.None);
        _trouble = code is null ? InputLimits.TooLong("code") : null;
        return code;
    }

    private async Task<bool> AskAsync(string question)
    {
        if (question.Length == 0)
        {
            _trouble = NoQuestion;
            return false;
        }

        if (await ReadAsync() is not { } code)
        {
            return false;
        }

        var isEmpty = string.IsNullOrWhiteSpace(code);
        _trouble = await OnAsk(new Question(question, isEmpty ? null : code, isEmpty ? null : _language));
        return _trouble is null;
    }

    private Task AskNowAsync() => _askForm!.AskAsync();

    private async Task RefactorAsync()
    {
        if (IsRefactoring || await ReadAsync() is not { } code)
        {
            return;
        }

        if (string.IsNullOrWhiteSpace(code))
        {
            _trouble = NoCode;
            return;
        }

        await StartAsync(new Refactoring(code, _language));
    }

    private Task RetryAsync() => StartAsync(_refactoring!);

    private Task StartAsync(Refactoring refactoring)
    {
        (_refactoring, _reply) = (refactoring, OnRefactor(refactoring));
        return OnProgress.InvokeAsync();
    }

    private async Task AcceptAsync(string code)
    {
        await _editor!.SetAsync(code);
        (_refactoring, _reply) = (null, null);
        await _editor.FocusAsync();
    }

    private async Task DiscardAsync()
    {
        if (_reply is { IsArriving: true } arriving)
        {
            await arriving.StopAsync();
        }

        (_refactoring, _reply) = (null, null);
        await OnProgress.InvokeAsync();
        await _editor!.FocusAsync();
    }
}
