namespace Assistant.Web.Components.Latency;

/// <summary>How the stages are called on the page.</summary>
internal static class StageWords
{
    public static string Name(Stage stage) => stage switch
    {
        Stage.Page => "Page and network",
        Stage.Before => "Server, before the model",
        Stage.FirstByte => "Model, first byte",
        Stage.Writing => "Model, writing",
        Stage.Wait => "Waits before retries",
        Stage.After => "Server, after the model",
        _ => throw new ArgumentOutOfRangeException(nameof(stage), stage, null),
    };

    public static string InSentence(Stage stage) => stage switch
    {
        Stage.Page => "the page and the network",
        Stage.Before => "the server before it calls the model",
        Stage.FirstByte => "the model until its first byte",
        Stage.Writing => "the model's writing",
        Stage.Wait => "the wait before retries",
        Stage.After => "the server after the model",
        _ => throw new ArgumentOutOfRangeException(nameof(stage), stage, null),
    };

    /// <summary>The name of its colour in the page's style sheet.</summary>
    public static string Class(Stage stage) => stage switch
    {
        Stage.Page => "page",
        Stage.Before => "before",
        Stage.FirstByte => "first-byte",
        Stage.Writing => "writing",
        Stage.Wait => "wait",
        Stage.After => "after",
        _ => throw new ArgumentOutOfRangeException(nameof(stage), stage, null),
    };
}
