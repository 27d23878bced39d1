namespace Assistant.Core.Workspace.Testing.Results;

/// <summary>Learns from one run how its tests ended. Each line of output is shown to it, and at the end the folder for result files.</summary>
public abstract class ResultsReader
{
    public static ResultsReader For(TestKind kind) => kind switch
    {
        TestKind.DotNet => new TrxReader(),
        TestKind.Pytest => new JunitReader(),
        TestKind.Go => new GoReader(),
        TestKind.Cargo => new CargoReader(),
        TestKind.Node => new NodeReader(),
        _ => new NothingReader(),
    };

    /// <summary>Takes a line of output and returns what of it a person should read; none when nothing.</summary>
    public virtual string? Read(string line) => line;

    /// <summary>None when it cannot be known.</summary>
    public abstract TestResults? Finish(string folder);

    private sealed class NothingReader : ResultsReader
    {
        public override TestResults? Finish(string folder) => null;
    }
}
