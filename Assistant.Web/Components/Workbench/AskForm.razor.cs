using Microsoft.AspNetCore.Components;

namespace Assistant.Web.Components.Workbench;

/// <summary>One line for a short question about the code above it.</summary>
public sealed partial class AskForm : ComponentBase
{
    private string _question = "";
    private Task _asking = Task.CompletedTask;

    [Parameter] public bool IsBusy { get; set; }

    /// <summary>Takes a question; true when it was taken, and then the line is free for the next.</summary>
    [Parameter, EditorRequired] public required Func<string, Task<bool>> OnAsk { get; set; }

    /// <summary>Asks what is in the line, once however often it is pressed.</summary>
    public Task AskAsync() => IsBusy || !_asking.IsCompleted ? Task.CompletedTask : (_asking = AskNowAsync());

    private async Task AskNowAsync()
    {
        if (await OnAsk(_question.Trim()))
        {
            _question = "";
            StateHasChanged();
        }
    }
}
