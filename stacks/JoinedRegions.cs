using Infra.Components;
using Infra.Components.Networking;

namespace Infra.Stacks;

/// <summary>Private ways from every other region to the primary one, where alone orders and accounts are written.</summary>
internal static class JoinedRegions
{
    /// <summary>Networks whose machines come to a region's databases.</summary>
    public static IReadOnlyList<Cidr> NeighboursOf(StackSettings settings, RegionSettings region) =>
        IsWritten(settings, region) ? [.. Others(settings).Select(other => other.Cidr)] : [];

    public static IEnumerable<Flow> Flows(StackSettings settings, RegionSettings region, params IEnumerable<MachineTier> machines)
    {
        if (Others(settings).Count == 0) return [];
        if (!IsWritten(settings, region))
        {
            var databases = new RemoteDatabases(BlocksOf(settings.Regions.Single(other => IsWritten(settings, other)), SubnetTier.Data));
            return machines.Select(machine => machine.CanReach(databases));
        }

        var neighbours = new Neighbours([.. Others(settings).SelectMany(other => BlocksOf(other, SubnetTier.App))]);
        return [neighbours.CanReach(new DatabaseTier())];
    }

    public static void Build(StackSettings settings, IReadOnlyList<RegionalGround> grounds)
    {
        var home = grounds.Single(ground => IsWritten(settings, ground.Region));
        foreach (var ground in grounds.Where(ground => ground != home))
            _ = new NetworkPeering($"peering-{ground.Region.Location.Region}-{home.Region.Location.Region}", new()
            {
                Naming = settings.Naming,
                From = ground.Network,
                To = home.Network,
            });
    }

    private static bool IsWritten(StackSettings settings, RegionSettings region) => region.Location.Region == settings.PrimaryRegion;

    private static List<RegionSettings> Others(StackSettings settings) => [.. settings.Regions.Where(region => !IsWritten(settings, region))];

    private static List<Cidr> BlocksOf(RegionSettings region, SubnetTier tier) =>
        [.. AddressPlan.For(region.Cidr, region.Zones).Of(tier).Select(subnet => subnet.Block)];
}
