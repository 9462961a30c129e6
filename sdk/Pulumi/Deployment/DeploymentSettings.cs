namespace Pulumi;

/// <summary>What a run is about, as the engine or a test says.</summary>
internal sealed record DeploymentSettings
{
    public required string Project { get; init; }

    public required string Stack { get; init; }

    public required string Organization { get; init; }

    public required bool IsDryRun { get; init; }

    /// <summary>The folder of Pulumi.yaml; null in tests that do not give it.</summary>
    public string? RootDirectory { get; init; }

    /// <summary>Tests count an exception twice if it also made a registration fail; a real run reports its cause alone.</summary>
    public bool ReportsConsequences { get; init; }
}
