namespace Infra.Components.Networking;

/// <summary>Who comes to subnets of a network from outside it, by address; network ACLs know nobody by another name.</summary>
public sealed record OutsideRanges
{
    public static OutsideRanges None { get; } = new();

    /// <summary>To app subnets, by SSH.</summary>
    public IReadOnlyList<Cidr> Admins { get; init; } = [];

    /// <summary>To public subnets, by SFTP.</summary>
    public IReadOnlyList<Cidr> Partners { get; init; } = [];

    /// <summary>To data subnets, as if from app subnets of this network.</summary>
    public IReadOnlyList<Cidr> Neighbours { get; init; } = [];
}
