using Infra.Components.Networking;
using Pulumi;

namespace Infra.Stacks;

/// <summary>What everything in a region stands on: its network, who may talk to whom there, and who is told of alarms.</summary>
internal sealed record RegionalGround(RegionSettings Region, Network Network, Firewall Firewall, Output<string> AlarmTopicArn)
{
    public static RegionalGround Build(StackSettings settings, RegionSettings region, Alerts alerts)
    {
        var (cloudFront, internet, loadBalancers, web) = (CloudFront.In(region.Location), new Internet(), new LoadBalancerTier(), new WebTier());
        var endpoints = new EndpointTier();
        MachineTier[] machines = [web, RegionalApps.Tier, RegionalJobs.Tier];

        var network = new Network($"network-{region.Location.Region}", new()
        {
            Naming = settings.Naming,
            Location = region.Location,
            Cidr = region.Cidr,
            Zones = region.Zones,
            Nat = settings.Profile.Nat,
            FlowLogDays = settings.Profile.FlowLogDays,
            AdminRanges = settings.AdminRanges,
            PartnerRanges = PartnerFiles.RangesIn(settings, region),
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
                .. Databases.Flows(web),
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
        return new(region, network, firewall, alerts.TopicOf(region.Location));
    }
}
