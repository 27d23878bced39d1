using Assistant.Tests.Fakes;

namespace Assistant.Bench;

/// <summary>What is measured: an answer so long, from a model so fast.</summary>
internal sealed record PageCase(int Tokens, int Speed)
{
    /// <summary>The one the targets are for.</summary>
    public static PageCase Headline { get; } = new(8000, 2000);

    /// <summary>Without 8,000 tokens at 100 a second, which nobody would wait for.</summary>
    public static IReadOnlyList<PageCase> All { get; } =
    [
        new(60, 100), new(1200, 100),
        new(60, 2000), new(1200, 2000), Headline,
        new(60, 10_000), new(1200, 10_000), new(8000, 10_000),
    ];

    public string Model => $"fake-{Speed}";

    public string Message => $"Write {Tokens} tokens";

    /// <summary>What the model writes.</summary>
    public string Answer() => string.Concat(FakeMarkdown.Tokens(Tokens));
}
