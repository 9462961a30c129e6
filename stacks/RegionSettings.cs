using Infra.Components;

namespace Infra.Stacks;

/// <summary>The facts of one region, all of them checked.</summary>
public sealed record RegionSettings
{
    public required Location Location { get; init; }

    public required Cidr Cidr { get; init; }

    /// <summary>Letters.</summary>
    public required IReadOnlyList<string> Zones { get; init; }

    public required string ImageId { get; init; }

    public required string CertificateArn { get; init; }
}
