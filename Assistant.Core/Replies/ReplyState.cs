namespace Assistant.Core.Replies;

public enum ReplyState
{
    /// <summary>Nothing to show has arrived yet.</summary>
    Working,

    /// <summary>Text or code is arriving.</summary>
    Streaming,

    Done,

    /// <summary>Ended by the person; what had arrived stays.</summary>
    Stopped,

    /// <summary>Ended by a failure after which there is no use in going on from what had arrived.</summary>
    Failed,

    /// <summary>Broken off by a lost connection or a stall; what had arrived is valid and can be continued.</summary>
    Interrupted,
}
