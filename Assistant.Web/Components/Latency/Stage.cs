namespace Assistant.Web.Components.Latency;

/// <summary>A part of a reply's way from the press to the paint, in the order they happen.</summary>
public enum Stage
{
    /// <summary>What the browser saw beyond the server's own time, at both ends: the browser's work, the network, and keeping the question.</summary>
    Page,

    /// <summary>From the reply's start on the server to the first call of the model.</summary>
    Before,

    /// <summary>From that call to its first byte; all of an answer that comes in one piece.</summary>
    FirstByte,

    /// <summary>The rest of the model's time, with that of further calls.</summary>
    Writing,

    /// <summary>Waits before retries.</summary>
    Wait,

    /// <summary>What else the server did, between the calls and after them.</summary>
    After,
}
