using Infra.Components.Compute;
using Infra.Components.Data;
using Infra.Components.Edge;
using Infra.Components.Networking;
using Pulumi;

namespace Infra.Stacks;

/// <summary>The whole platform: the same parts in every region.</summary>
public static class Platform
{
    /// <returns>The stack's outputs.</returns>
    public static IDictionary<string, object?> Build(StackSettings settings)
    {
        var regions = settings.Regions.ToDictionary(region => region.Location.Region, region => BuildRegion(settings, region));
        Dictionary<string, Output<string>> PerRegion(Func<RegionalPlatform, Output<string>> output) =>
            regions.ToDictionary(region => region.Key, region => output(region.Value));

        return new Dictionary<string, object?>
        {
            ["addressRoom"] = PerRegion(platform => platform.Network.AddressRoom),
            ["loadBalancers"] = PerRegion(platform => platform.Edge.DnsName),
            ["sessionCaches"] = PerRegion(platform => platform.Sessions.PrimaryEndpoint),
            ["vpcIds"] = PerRegion(platform => platform.Network.VpcId),
            ["webGroups"] = PerRegion(platform => platform.Web.GroupName),
        };
    }

    private static RegionalPlatform BuildRegion(StackSettings settings, RegionSettings region)
    {
        var (naming, profile, location) = (settings.Naming, settings.Profile, region.Location);
        var (internet, loadBalancers, web, caches) = (new Internet(), new LoadBalancerTier(), new WebTier(), new CacheTier());
        var administrators = new Administrators(settings.AdminRanges);

        var network = new Network($"network-{location.Region}", new()
        {
            Naming = naming,
            Location = location,
            Cidr = region.Cidr,
            Zones = region.Zones,
            Nat = profile.Nat,
            FlowLogDays = profile.FlowLogDays,
        });

        var firewall = new Firewall($"firewall-{location.Region}", new()
        {
            Naming = naming,
            Location = location,
            VpcId = network.VpcId,
            Flows =
            [
                internet.CanReach(loadBalancers),
                loadBalancers.CanReach(web),
                administrators.CanReach(web),
                web.CanReach(internet),
                web.CanReach(caches),
            ],
        });

        var edge = new LoadBalancer($"edge-{location.Region}", new()
        {
            Naming = naming,
            Location = location,
            VpcId = network.VpcId,
            Subnets = network.PublicSubnets,
            SecurityGroupId = firewall.GroupOf(loadBalancers),
            CertificateArn = region.CertificateArn,
            DefaultTarget = new() { Key = "web", HealthCheck = new() { Path = "/health" } },
            DeletionProtection = profile.DeletionProtection,
            AccessLogDays = profile.AccessLogDays,
        });

        var sessions = new Cache($"sessions-{location.Region}", new()
        {
            Naming = naming,
            Location = location,
            Subnets = network.DataSubnets,
            SecurityGroupId = firewall.GroupOf(caches),
            Purpose = CachePurpose.Sessions,
            Nodes = new() { Type = settings.CacheNodeType, Replicas = profile.CacheReplicas },
            SnapshotDays = profile.CacheSnapshotDays,
            DeletionProtection = profile.DeletionProtection,
        });

        var clones = new WebCluster($"web-{location.Region}", new()
        {
            Naming = naming,
            Location = location,
            Subnets = network.AppSubnets,
            SecurityGroupId = firewall.GroupOf(web),
            TargetGroupArns = edge.DefaultTargetGroupArn,
            Machine = new() { ImageId = region.ImageId, InstanceType = settings.WebInstanceType, BootScript = WebBootScript.For(region.Cidr, sessions) },
            Scaling = settings.WebScaling,
            Permissions = new Dictionary<string, Output<string>> { ["sessions"] = sessions.ConnectPolicy },
        });

        return new(network, edge, sessions, clones);
    }

    private sealed record RegionalPlatform(Network Network, LoadBalancer Edge, Cache Sessions, WebCluster Web);
}
