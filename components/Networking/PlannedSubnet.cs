namespace Infra.Components.Networking;

/// <param name="Tier">The layer it belongs to.</param>
/// <param name="Zone">The letter of its availability zone.</param>
/// <param name="Block">Its addresses.</param>
public sealed record PlannedSubnet(SubnetTier Tier, string Zone, Cidr Block)
{
    /// <summary>AWS keeps the first four addresses of a subnet and its last one.</summary>
    public const int ReservedAddresses = 5;

    /// <summary>Unique within a network, and part of resource names.</summary>
    public string Key => $"{Tier}-{Zone}";

    /// <summary>The place of its zone among all letters, from 0.</summary>
    public int ZoneIndex => Zone[0] - 'a';

    /// <summary>Which of the 256 IPv6 subnets of the VPC is its own, whatever zones and tiers are in use.</summary>
    public int Ipv6Index => (ZoneIndex * SubnetTier.PlacesPerZone) + Tier.FirstEighth;

    public long UsableAddresses => Block.AddressCount - ReservedAddresses;
}
