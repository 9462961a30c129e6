namespace Infra.Review.Engine;

/// <summary>What stays the same during one run of a program.</summary>
public sealed record DeploymentFacts
{
    public const string Organization = "organization";

    public required string Project { get; init; }
    public required string Stack { get; init; }

    /// <summary>Absolute folder of Pulumi.yaml.</summary>
    public required string ProjectFolder { get; init; }

    /// <summary>By full key, for example <c>aws:region</c>.</summary>
    public required IReadOnlyDictionary<string, string> Config { get; init; }

    public required IReadOnlyList<string> ConfigSecretKeys { get; init; }
    public required bool Unknowns { get; init; }
}
