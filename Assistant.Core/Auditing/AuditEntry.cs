namespace Assistant.Core.Auditing;

/// <summary>Something that was done and may have to be answered for. It says what, by whom and where, and never what was said: no prompt, code, key or answer.</summary>
/// <param name="Kind">One of <see cref="AuditKind"/>.</param>
/// <param name="Owner">Who did it; none where that is not known.</param>
/// <param name="Address">Where they did it from; none where that is not known.</param>
/// <param name="Details">Names of settings, paths, commands and outcomes.</param>
public sealed record AuditEntry(string Kind, Owner? Owner, string? Address, IReadOnlyDictionary<string, string> Details);
