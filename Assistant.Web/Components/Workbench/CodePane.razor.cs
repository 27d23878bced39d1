using Assistant.Core;
using Assistant.Core.Ask;
using Assistant.Core.Delivery;
using Assistant.Core.Refactor;
using Assistant.Core.Replies;
using Assistant.Web.Components.Parts;
using Microsoft.AspNetCore.Components;

namespace Assistant.Web.Components.Workbench;

/// <summary>The code, what is asked about it, and its refactoring.</summary>
public sealed partial class CodePane : ComponentBase
{
    private const string NoCode = "Paste some code into the editor first.";
    private const string LevelHint = "Modern: today's language, no public signature changes. Safe: nothing that could change how the code behaves.";
    private const string NoQuestion = "Write a question about the code first.";

    private CodeEditor? _editor;
    private AskForm? _askForm;
    private string _language = Languages.All[0].Name;
    private RewriteLevel _level;
    private Refactoring? _refactoring;
    private Reply? _reply;
    private Task _starting = Task.CompletedTask;
    private string? _trouble;

    /// <summary>An answer is arriving in the conversation, so no question can be asked now.</summary>
    [Parameter] public bool IsLocked { get; set; }

    /// <summary>Takes a question; what it returns is the reason it could not, or nothing.</summary>
    [Parameter, EditorRequired] public required Func<Question, Task<string?>> OnAsk { get; set; }

    /// <summary>Starts a refactoring.</summary>
    [Parameter, EditorRequired] public required Func<Refactoring, Reply> OnRefactor { get; set; }

    /// <summary>A refactoring started, got its first code, or ended.</summary>
    [Parameter] public EventCallback OnProgress { get; set; }

    /// <summary>A finished refactoring is on the screen, and it is known how long that took.</summary>
    [Parameter] public EventCallback<ReplyCycle> OnShown { get; set; }

    public bool IsRefactoring => _reply?.IsArriving ?? false;

    /// <summary>The name of the language that is chosen for the code.</summary>
    public string Language => _language;

    /// <summary>The code in the editor; null when it is longer than <see cref="InputLimits.TextBytes"/>.</summary>
    public Task<string?> ReadAsync() => _editor!.ReadAsync(InputLimits.TextBytes, CancellationToken.None);

    private async Task<bool> AskAsync(string question)
    {
        _trouble = await TryAskAsync(question);
        StateHasChanged(); // the form is what was pressed, so nothing else draws the alert
        return _trouble is null;
    }

    /// <summary>Why the question could not be asked; nothing when it was.</summary>
    private async Task<string?> TryAskAsync(string question)
    {
        if (question.Length == 0)
        {
            return NoQuestion;
        }

        if (await ReadAsync() is not { } code)
        {
            return InputLimits.TooLong("code");
        }

        var isEmpty = string.IsNullOrWhiteSpace(code);
        return await OnAsk(new Question(question, isEmpty ? null : code, isEmpty ? null : _language));
    }

    private Task AskNowAsync() => _askForm!.AskAsync();

    /// <summary>Starts one refactoring, however often it is pressed.</summary>
    private Task RefactorAsync() => IsRefactoring || !_starting.IsCompleted ? Task.CompletedTask : (_starting = RefactorNowAsync());

    private async Task RefactorNowAsync()
    {
        var code = await ReadAsync();
        _trouble = code is null ? InputLimits.TooLong("code") : string.IsNullOrWhiteSpace(code) ? NoCode : null;
        if (_trouble is null)
        {
            await StartAsync(new Refactoring(code!, _language) { Level = _level });
        }
    }

    private Task RetryAsync() => StartAsync(_refactoring!);

    private Task RejectAsync(RejectedChange change) => StartAsync(_refactoring! with { Rejected = [.. _refactoring.Rejected, change] });

    private Task RestoreAsync(RejectedChange change) => StartAsync(_refactoring! with { Rejected = [.. _refactoring.Rejected.Where(rejected => rejected != change)] });

    private async Task StartAsync(Refactoring refactoring)
    {
        try
        {
            (_refactoring, _reply, _trouble) = (refactoring, OnRefactor(refactoring), null);
        }
        catch (TooManyRepliesException refused)
        {
            _trouble = refused.Message;
            return;
        }

        await OnProgress.InvokeAsync();
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

    private Task ProgressedAsync() => OnProgress.InvokeAsync();
}
