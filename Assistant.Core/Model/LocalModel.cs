namespace Assistant.Core.Model;

/// <summary>A model server that was found running on this machine, and what it lists.</summary>
public sealed record LocalModel(ModelPreset Preset, IReadOnlyList<string> Models);
