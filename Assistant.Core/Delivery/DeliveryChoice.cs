namespace Assistant.Core.Delivery;

/// <summary>How the caller wants the model to be called.</summary>
public enum DeliveryChoice
{
    /// <summary>By the expected length of the answer.</summary>
    Auto,

    /// <summary>In one synchronous call.</summary>
    Sync,

    Stream,
}
