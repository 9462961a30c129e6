using Infra.Components;
using Infra.Components.Dns;

namespace Infra.Stacks;

/// <summary>The facts of one region, all of them checked.</summary>
public sealed record RegionSettings
{
    public required Location Location { get; init; }

    public required Cidr Cidr { get; init; }

    /// <summary>Letters.</summary>
    public required IReadOnlyList<string> Zones { get; init; }

    public required string ImageId { get; init; }

    /// <summary>Of the web tier's next release, while it stands beside the current one.</summary>
    public required string? NextImageId { get; init; }

    /// <summary>What the load balancers use instead of a certificate that the stack makes.</summary>
    public required string? CertificateArn { get; init; }

    /// <summary>Whose localized content comes from here. Everyone whom no region names is served by the primary region.</summary>
    public required IReadOnlyList<Area> Serves { get; init; }
}
