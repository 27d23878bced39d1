using System.ComponentModel.DataAnnotations;

namespace Assistant.Web.Limits;

/// <summary>
/// How much is let in. Each default is far above what one person or their scripts need, and no higher than what the server was measured to bear. Section
/// <c>Assistant:Limits</c>; how many answers may arrive at once stands in the same section (<see cref="Core.Replies.ReplyLimits"/>).
/// </summary>
public sealed class LimitOptions
{
    public const string Section = "Assistant:Limits";

    /// <summary>Calls of the API a minute from one address; half a minute's calls may come at once.</summary>
    [Range(1, 1_000_000)]
    public int RequestsPerAddress { get; init; } = 3000;

    /// <summary>Calls of the API a minute from one person.</summary>
    [Range(1, 1_000_000)]
    public int RequestsPerOwner { get; init; } = 3000;

    /// <summary>Open windows of the page, in all.</summary>
    [Range(1, 100_000)]
    public int Circuits { get; init; } = 1000;

    /// <summary>Open windows from one address.</summary>
    [Range(1, 100_000)]
    public int CircuitsPerAddress { get; init; } = 800;

    /// <summary>Open windows of one person.</summary>
    [Range(1, 100_000)]
    public int CircuitsPerOwner { get; init; } = 800;

    /// <summary>Windows that have lost their connection and are kept in case it comes back.</summary>
    [Range(0, 10_000)]
    public int DisconnectedCircuits { get; init; } = 100;

    /// <summary>How long they are kept.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan DisconnectedTime { get; init; } = TimeSpan.FromMinutes(3);

    /// <summary>How long a window may be out of sight before it lets go of the server; it comes back, with what was written in it, once it is looked at.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "20.00:00:00")]
    public TimeSpan UnseenTime { get; init; } = TimeSpan.FromHours(6);

    /// <summary>Bytes of one message from a window; what is longer is sent in pieces.</summary>
    [Range(32 * 1024, 16 * 1024 * 1024)]
    public int SocketMessageBytes { get; init; } = 32 * 1024;

    /// <summary>
    /// Bytes of a request's body, where an endpoint names no limit of its own. Three texts at their limit, each escaped in JSON at up to six bytes for one,
    /// would be 18 MB; nobody writes that, and 8 MB hold any real one.
    /// </summary>
    [Range(64 * 1024, 1024 * 1024 * 1024)]
    public long BodyBytes { get; init; } = 8 * 1024 * 1024;

    /// <summary>Connections of any kind, busy or idle.</summary>
    [Range(1, 1_000_000)]
    public int Connections { get; init; } = 5000;

    /// <summary>How long the headers of a request may take.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan HeadersTimeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How long a connection may wait for its next request.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan IdleConnectionTime { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>The least speed of a request's body in bytes a second, once <see cref="BodyGrace"/> has passed.</summary>
    [Range(1, 1024 * 1024)]
    public int BodyBytesPerSecond { get; init; } = 240;

    /// <summary>How long a body may be slower than that.</summary>
    [Range(typeof(TimeSpan), "00:00:02", "00:10:00")]
    public TimeSpan BodyGrace { get; init; } = TimeSpan.FromSeconds(5);
}
