namespace Assistant.Bench;

internal static class Usage
{
    /// <summary>Says what there is. The exit code for a command that is none.</summary>
    public static int Show()
    {
        Console.Error.WriteLine("""
            dotnet run --project Assistant.Bench -- model [port]
                A fake OpenAI-compatible model on this machine that writes 2,000 tokens a second (fake-2000); also fake-10000, fake-100,
                fake-slow and fake-faulty. Ask it for a number of tokens: "Write 8000 tokens".

            dotnet run -c Release --project Assistant.Bench -- page [quick | full | runs]
                Measures the page against that model in a headless Chromium, beside a naive page and a bare one, and says what meets its target.
                quick: three lengths at 2,000 tokens a second, three runs each; full: three lengths at three speeds, up to twenty runs each.

            dotnet run -c Release --project Assistant.Bench -- load [most]
                Raises the number of answers that arrive at once, 2,000 tokens a second each, until the page falls 100 ms behind, or to the most (800).

            dotnet run -c Release --project Assistant.Bench -- safety
                Opens 500 windows, lets 300 connections drip, and asks a stalled model 1,000 questions, and says whether the server holds what SECURITY.md says.

            dotnet run -c Release --project Assistant.Bench -- reader
                Measures reading a streamed answer against the OpenAI package's own reader, and a whole Ask against a bare HTTP call.

            dotnet run -c Release --project Assistant.Bench -- engine
                Measures the built-in engine's Refactor: warm for files of three sizes, cold in fresh processes, and its memory.

            dotnet run -c Release --project Assistant.Bench -- store
                Measures the store of conversations: 10,000 of them listed and searched, one of 1,000 turns read, a turn kept.

            dotnet run -c Release --project Assistant.Bench -- workspace
                Measures the tools in a workspace of 5,000 files and 50 MB: searching, listing, finding names, and checkpoints.

            dotnet run -c Release --project Assistant.Bench -- voice [turns]
                Measures so many spoken turns (40) with a fake recogniser, model and speaker: what of them is the Assistant's own time.

            dotnet run -c Release --project Assistant.Bench -- crash [kills]
                Kills the server in mid-answer so many times (50) and looks whether anything that was accepted is missing or doubled.
            """);
        return 1;
    }
}
