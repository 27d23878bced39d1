using Assistant.Core.Replies;

namespace Assistant.Web.Components.Parts;

/// <summary>A reply that a person asked for on this page and has seen.</summary>
/// <param name="Length">From the press to the paint of the whole answer, by the browser's clock.</param>
public sealed record ReplyCycle(Reply Reply, TimeSpan Length);
