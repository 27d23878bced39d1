namespace Assistant.Tests.CSharp;

/// <summary>Classes of this collection share the one warm engine.</summary>
[CollectionDefinition(Name)]
public sealed class EngineTests : ICollectionFixture<WarmEngine>
{
    public const string Name = "Engine";
}
