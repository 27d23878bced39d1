using Assistant.Tests.Fakes;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Assistant.Tests.Browser;

public sealed class AgentJourneys(BrowserFixture browser) : AgentJourney(browser)
{
    private const string Wish = "Make everything cost ten times as much";
    private const string Answer = "All prices are ten times as high.";

    [BrowserFact]
    public async Task A_task_ends_with_one_answer_and_its_changes_to_keep_or_undo()
    {
        await RunToItsEndAsync();

        await Expect(Agent.Answer.Text).ToHaveTextAsync(Answer);
        await Expect(Agent.Answers).ToContainTextAsync(["Not verified. No tests were run. This workspace is not trusted"]);
        await Expect(Agent.Changes.Diff("src/Basket.cs")).ToContainTextAsync("int Total() => 10;");
        await Expect(Agent.Changes.File("docs/Change.md")).ToContainTextAsync("added");

        await Agent.Changes.Keep("src/Basket.cs").ClickAsync();
        await Expect(Agent.Changes.File("src/Basket.cs")).ToContainTextAsync("modified, kept");
        await Agent.Changes.Undo("src/Price.cs").ClickAsync();
        await Expect(Agent.Changes.File("src/Price.cs")).ToContainTextAsync("undone");
        await Expect(Agent.Changes.Diff("src/Price.cs")).ToHaveCountAsync(0);
        Assert.Contains("=> 2;", Text("src/Price.cs"), StringComparison.Ordinal);

        await Agent.Changes.UndoAll.ClickAsync();
        await Expect(Agent.Changes.Region.GetByRole(AriaRole.Button)).ToHaveCountAsync(0);
        Assert.Null(Text("docs/Change.md"));
        Assert.Contains("=> 10;", Text("src/Basket.cs"), StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task What_it_did_can_be_unfolded()
    {
        await RunToItsEndAsync();

        await Agent.Answers.GetByText("What it did", new() { Exact = true }).ClickAsync();

        await Expect(Agent.Answers.GetByRole(AriaRole.Listitem)).ToContainTextAsync(
            ["read_file src/Basket.cs", "read_file src/Price.cs", "edit_file src/Basket.cs", "edit_file src/Price.cs", "write_file docs/Change.md"]);
    }

    [BrowserFact]
    public async Task What_was_changed_after_the_run_is_not_undone_and_is_named()
    {
        await RunToItsEndAsync();
        Write("src/Price.cs", "class Mine;\n");

        await Agent.Changes.UndoAll.ClickAsync();

        await Expect(Agent.Changes.Alert).ToHaveTextAsync("src/Price.cs was changed after the run.");
        await Expect(Agent.Changes.File("src/Basket.cs")).ToContainTextAsync("undone");
        await Expect(Agent.Changes.Undo("src/Price.cs")).ToBeEnabledAsync();
        Assert.Equal("class Mine;\n", Text("src/Price.cs"));
        Assert.Contains("=> 1;", Text("src/Basket.cs"), StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task A_reload_shows_the_run_again_while_it_works_and_when_it_is_over()
    {
        var gate = new Gate();
        EnqueueWork();
        Model.Enqueue(FakeReply.Events("All prices").ThenHold(gate).ThenFinish(" are ten times as high."));
        await OpenAsync("/agent");
        await Agent.RunAsync(Wish);
        await gate.Reached;
        await Page.WaitForURLAsync("**/agent/*");

        await Page.ReloadAsync();
        await ExpectReadyAsync();
        await Agent.Answer.ExpectStateAsync("working");
        gate.Open();
        await Expect(Agent.Answer.Text).ToHaveTextAsync(Answer);
        await Expect(Agent.Changes.Diff("src/Price.cs")).ToContainTextAsync("int Amount() => 20;");

        await Page.ReloadAsync();
        await ExpectReadyAsync();
        await Expect(Agent.Answer.Text).ToHaveTextAsync(Answer);
        await Agent.Changes.UndoAll.ClickAsync();
        await Expect(Agent.Changes.UndoAll).ToHaveCountAsync(0);
        Assert.Contains("=> 2;", Text("src/Price.cs"), StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task Stop_ends_the_run_and_keeps_what_was_done()
    {
        EnqueueWork();
        var gate = new Gate();
        Model.Enqueue(FakeReply.Events("All").ThenHold(gate));
        await OpenAsync("/agent");
        await Agent.RunAsync(Wish);
        await gate.Reached;
        await Expect(Agent.Answers).ToContainTextAsync(["thinking"]);

        await Agent.Stop.ClickAsync();

        await Agent.Answer.ExpectStateAsync("stopped");
        await Expect(Agent.Answers).ToContainTextAsync(["Stopped. It was stopped. What had been changed until then is listed; no tests prove it."]);
        await Expect(Agent.Run).ToBeVisibleAsync();
        await Agent.Changes.Undo("src/Basket.cs").ClickAsync();
        await Expect(Agent.Changes.File("src/Basket.cs")).ToContainTextAsync("undone");
        Assert.Contains("=> 1;", Text("src/Basket.cs"), StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task A_run_is_found_in_its_conversation_on_the_workbench_and_undone_there()
    {
        await RunToItsEndAsync();

        await Workbench.Conversations.Titled(Wish).ClickAsync();
        await Page.WaitForURLAsync("**/c/*");
        await Expect(Agent.Changes.Diff("src/Basket.cs")).ToContainTextAsync("int Total() => 10;");
        await Agent.Changes.Undo("src/Basket.cs").ClickAsync();

        await Expect(Agent.Changes.File("src/Basket.cs")).ToContainTextAsync("undone");
        Assert.Contains("=> 1;", Text("src/Basket.cs"), StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task The_open_file_is_shown_as_each_task_leaves_it_and_changed_files_are_marked()
    {
        await OpenAsync("/agent");
        await Expect(Agent.Files).ToHaveCountAsync(3);
        await Agent.File("src/Basket.cs").ClickAsync();
        await Expect(Agent.OpenFile).ToContainTextAsync("int Total() => 1;");

        await RunAsync();
        await Expect(Agent.File("src/Basket.cs", isChanged: true)).ToBeVisibleAsync();
        await Expect(Agent.File("docs/Change.md", isChanged: true)).ToBeVisibleAsync();
        await Expect(Agent.File("README.md")).ToBeVisibleAsync();
        await Expect(Agent.OpenFile).ToContainTextAsync("int Total() => 10;");

        Model.Enqueue(Read("src/Basket.cs"));
        Model.Enqueue(Edit("src/Basket.cs", "10", "100"));
        Model.Enqueue(FakeReply.Text("A hundred."));
        await Agent.RunAsync("Once more");
        await Expect(Agent.OpenFile).ToContainTextAsync("int Total() => 100;");

        await Agent.CloseFile.ClickAsync();
        await Expect(Agent.OpenFile).ToHaveCountAsync(0);
    }

    [BrowserFact]
    public async Task A_workspace_that_cannot_be_picked_is_refused_and_the_choice_goes_back()
    {
        Directory.CreateDirectory(Path.Combine(AllowedRoot, "gone"));
        await OpenAsync("/agent");
        await Expect(Agent.Folder).ToHaveValueAsync(Root);
        Directory.Delete(Path.Combine(AllowedRoot, "gone"));

        await Agent.Folder.SelectOptionAsync(Path.Combine(AllowedRoot, "gone"));

        await Expect(Agent.Workspace.GetByRole(AriaRole.Alert)).ToHaveTextAsync("There is no such folder: write its full path.");
        await Expect(Agent.Folder).ToHaveValueAsync(Root);
        await Expect(Agent.Files).ToHaveCountAsync(3);
    }

    [BrowserFact]
    public async Task A_task_half_written_survives_a_reload_and_Enter_sends_it()
    {
        Model.Enqueue(FakeReply.Text("Two classes."));
        await OpenAsync("/agent");
        await Agent.Task.FillAsync("What is here?");
        await OpenAsync();
        await Code.ExpectMonacoAsync();
        await Expect(Chat.Message).ToHaveValueAsync("");

        await OpenAsync("/agent");
        await Expect(Agent.Task).ToHaveValueAsync("What is here?");
        await Agent.Task.PressAsync("Enter");

        await Expect(Agent.Answer.Text).ToHaveTextAsync("Two classes.");
        await Expect(Agent.Task).ToHaveValueAsync("");
        await Expect(Agent.Changes.Region).ToHaveCountAsync(0);
        await Expect(Agent.Answers.GetByText("Not verified.")).ToHaveCountAsync(0);
    }

    [BrowserFact]
    public async Task A_reader_at_the_end_of_the_log_is_still_there_when_the_changes_have_come()
    {
        await RunToItsEndAsync();
        await Expect(Agent.Changes.Diff("docs/Change.md")).ToBeVisibleAsync();
        await ExpectAtEndAsync();

        Model.Enqueue(Read("src/Basket.cs"));
        Model.Enqueue(Edit("src/Basket.cs", "10", "100"));
        Model.Enqueue(FakeReply.Text("A hundred."));
        await Agent.RunAsync("Once more");

        await Expect(Agent.Answers).ToHaveCountAsync(2);
        await Agent.Answer.ExpectStateAsync("done");
        await Expect(Agent.Changes.Diff("src/Basket.cs")).ToContainTextAsync("100");
        await ExpectAtEndAsync();
    }

    /// <summary>What the line of work leaves and what the changes take may come before the next frame, with a measurement between them.</summary>
    [BrowserFact]
    public async Task Something_that_goes_and_something_taller_that_comes_at_once_leave_a_reader_at_the_end()
    {
        await RunToItsEndAsync();
        await Expect(Agent.Changes.Diff("docs/Change.md")).ToBeVisibleAsync();
        await ExpectAtEndAsync();

        var left = await Agent.Answers.EvaluateAsync<double>("""
            async answer => {
              const log = answer.closest('[role=log]');
              answer.querySelector('details').remove();
              const taller = document.createElement('div');
              taller.style.height = `${log.clientHeight + log.scrollTop}px`;
              answer.append(taller);
              await new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)));
              return log.scrollHeight - log.scrollTop - log.clientHeight;
            }
            """);

        Assert.InRange(left, 0, 4);
    }

    /// <summary>The quiet line is the last there is.</summary>
    private Task ExpectAtEndAsync() => Expect(Agent.Answer.Facts).ToBeInViewportAsync(new() { Ratio = 1 });

    private async Task RunToItsEndAsync()
    {
        await OpenAsync("/agent");
        await RunAsync();
    }

    private async Task RunAsync()
    {
        EnqueueWork();
        Model.Enqueue(FakeReply.Text(Answer));
        await Agent.RunAsync(Wish);
        await Agent.Answer.ExpectStateAsync("done");
        await Expect(Agent.Changes.Region).ToBeVisibleAsync();
    }
}
