using Assistant.Tests.Fakes;

namespace Assistant.Bench.Pages;

/// <summary>What is measured: an answer so long, from a model so fast.</summary>
internal sealed record PageCase(int Tokens, int Speed)
{
    /// <summary>A case is measured as often as fits into so much writing of the model, and once at least.</summary>
    private const int MostSeconds = 120;

    /// <summary>The one most targets are for.</summary>
    public static PageCase Headline { get; } = new(8000, 2000);

    /// <summary>So short that it comes in one piece.</summary>
    public static PageCase Short { get; } = new(60, 2000);

    public static IReadOnlyList<PageCase> Quick { get; } = [Short, new(1200, 2000), Headline];

    public static IReadOnlyList<PageCase> All { get; } =
        [.. Quick, new(60, 10_000), new(1200, 10_000), new(8000, 10_000), new(60, 100), new(1200, 100), new(8000, 100)];

    public string Model => $"fake-{Speed}";

    public string Message => $"Write {Tokens} tokens";

    /// <summary>What the model writes.</summary>
    public string Answer() => string.Concat(FakeMarkdown.Tokens(Tokens));

    public int RunsOf(int runs) => Math.Clamp(MostSeconds * Speed / Tokens, 1, runs);
}
