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

    public long UsableAddresses => Block.AddressCount - ReservedAddresses;
}
