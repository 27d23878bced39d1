namespace Assistant.Core.Delivery;

/// <summary>How far a rewriting may go.</summary>
public enum RewriteLevel
{
    /// <summary>Whatever today's language offers, as long as no public signature changes.</summary>
    Modern,

    /// <summary>Only what cannot change how the code behaves.</summary>
    Safe,
}
