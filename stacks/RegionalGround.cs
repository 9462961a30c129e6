using Infra.Components.Encryption;
using Infra.Components.Networking;
using Pulumi;

namespace Infra.Stacks;

/// <summary>What everything in a region stands on: its network, and who may talk to whom there.</summary>
internal sealed record RegionalGround(RegionSettings Region, Network Network, Firewall Firewall)
{
    /// <summary>Encrypts what stores and caches of the region hold.</summary>
    public required Output<string> DataKeyArn { get; init; }

    public required Output<string> LogKeyArn { get; init; }

    public static RegionalGround Build(StackSettings settings, RegionSettings region)
    {
        var (cloudFront, internet, loadBalancers, web) = (CloudFront.In(region.Location), new Internet(), new LoadBalancerTier(), new WebTier());
        var endpoints = new EndpointTier();
        MachineTier[] machines = [web, RegionalApps.Tier, RegionalJobs.Tier];

        var (dataKey, logKey) = (KeyFor(settings, region, "stores-key", KeyPurpose.Databases), KeyFor(settings, region, "log-key", KeyPurpose.Logs));
        var network = new Network($"network-{region.Location.Region}", new()
        {
            Naming = settings.Naming,
            Location = region.Location,
            Cidr = region.Cidr,
            Zones = region.Zones,
            Nat = settings.Profile.Nat,
            FlowLogDays = settings.Profile.FlowLogDays,
            FlowLogKeyArn = logKey,
            AdminRanges = settings.AdminRanges,
            PartnerRanges = PartnerFiles.RangesIn(settings, region),
            NeighbourRanges = JoinedRegions.NeighboursOf(settings, region),
        });

        var firewall = new Firewall($"firewall-{region.Location.Region}", new()
        {
            Naming = settings.Naming,
            Location = region.Location,
            VpcId = network.VpcId,
            Flows =
            [
                // Every public name behind the balancers is asked through the distribution: docs/decisions/one-way-in.md.
                cloudFront.CanReach(loadBalancers),
                loadBalancers.CanReach(web),
                web.CanReach(internet),
                .. RegionalCaches.Flows(web),
                .. RegionalApps.Flows(web),
                .. RegionalJobs.Flows(RegionalCaches.Tier),
                .. Databases.Flows(settings, region, machines),
                .. JoinedRegions.Flows(settings, region, machines),
                .. WebImage.Flows(settings, region),
                .. machines.Select(machine => machine.CanReach(endpoints)),
                .. PartnerFiles.Flows(settings, region),
                .. Administration.Flows(settings.AdminRanges, machines),
            ],
        });

        _ = new PrivateEndpoints($"endpoints-{region.Location.Region}", new()
        {
            Naming = settings.Naming,
            Location = region.Location,
            VpcId = network.VpcId,
            Subnets = network.AppSubnets,
            SecurityGroupId = firewall.GroupOf(endpoints),
            Services = settings.Profile.PrivateServices,
        });

        Administration.Build(settings, region, network, firewall);
        return new(region, network, firewall) { DataKeyArn = dataKey, LogKeyArn = logKey };
    }

    private static Output<string> KeyFor(StackSettings settings, RegionSettings region, string name, KeyPurpose purpose) =>
        new EncryptionKey($"{name}-{region.Location.Region}", new()
        {
            Naming = settings.Naming,
            Location = region.Location,
            Purpose = purpose,
            DeletionProtection = settings.Profile.DeletionProtection,
        }).KeyArn;
}
