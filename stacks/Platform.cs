using Infra.Components.Edge;
using Infra.Components.Networking;
using Infra.Components.Operations;
using Pulumi;

namespace Infra.Stacks;

/// <summary>The whole platform: the same parts in every region.</summary>
public static class Platform
{
    /// <returns>The stack's outputs.</returns>
    public static IDictionary<string, object?> Build(StackSettings settings)
    {
        // All networks first: what spans regions stands on several of them, and the parts of each region use it.
        var alerts = Alerts.Build(settings);
        var grounds = settings.Regions.Select(region => RegionalGround.Build(settings, region)).ToList();
        JoinedRegions.Build(settings, grounds);
        var names = PublicNames.Build(settings);
        var databases = Databases.Build(settings, grounds);
        var regions = grounds.ToDictionary(ground => ground.Region.Location.Region, ground => BuildRegion(settings, ground, names, databases));
        Dictionary<string, Output<string>> PerRegion(Func<RegionalPlatform, Output<string>> output) =>
            regions.ToDictionary(region => region.Key, region => output(region.Value));

        var front = FrontDoor.Build(settings, names);
        var files = PartnerFiles.Build(settings, grounds);
        PrivateNames.Build(settings, regions.ToDictionary(region => region.Key, region => region.Value.Network));
        var vaults = Backups.Build(settings, alerts);
        IEnumerable<IObserved> observed =
        [
            names.Zone, .. front.Observed, .. vaults,
            .. regions.SelectMany(region => region.Value.Observed.Concat(files.ObservedIn(region.Key))),
        ];
        var (dashboard, alarms) = Observability.Build(
            settings, alerts, [.. names.Certificate.Telemetry, .. databases.Telemetry, .. observed.Select(component => component.Telemetry)]);
        names.Route(regions.ToDictionary(region => region.Key, region => region.Value.Edge), RegionHealth.Build(settings, alarms));
        GameDays.Build(settings, grounds, alarms);

        return new Dictionary<string, object?>
        {
            ["ordersPrimary"] = databases.Orders.PrimaryAddress,
            ["addressRoom"] = PerRegion(platform => platform.Network.AddressRoom),
            ["appBalancers"] = PerRegion(platform => platform.Apps.Balancer.DnsName),
            ["cdn"] = front.Cdn.DomainName,
            ["dashboard"] = dashboard,
            ["delegationSigner"] = names.Zone.DelegationSigner,
            ["fileServer"] = files.Server?.Endpoint,
            ["loadBalancers"] = PerRegion(platform => platform.Edge.DnsName),
            ["nameServers"] = names.Zone.NameServers,
            ["sessionCaches"] = PerRegion(platform => platform.Caches.Sessions.PrimaryEndpoint),
            ["vpcIds"] = PerRegion(platform => platform.Network.VpcId),
            ["webGroups"] = PerRegion(platform => platform.Web.Serving.GroupName),
        };
    }

    private static RegionalPlatform BuildRegion(StackSettings settings, RegionalGround ground, PublicNames names, Databases databases)
    {
        var (naming, profile, region, location) = (settings.Naming, settings.Profile, ground.Region, ground.Region.Location);
        var (network, firewall) = (ground.Network, ground.Firewall);

        var edge = new LoadBalancer($"edge-{location.Region}", new()
        {
            Naming = naming,
            Location = location,
            VpcId = network.VpcId,
            Subnets = network.PublicSubnets,
            SecurityGroupId = firewall.GroupOf(new LoadBalancerTier()),
            Listening = Listening.BehindDistribution(names.CertificateFor(region)),
            Targets = WebRelease.Targets(region),
            Routing = WebRelease.Routing(settings, region, names.Secret),
            DeletionProtection = profile.DeletionProtection,
            AccessLogDays = profile.AccessLogDays,
        });

        var filter = RequestFilters.Before(settings, ground, edge);
        WebImage.Build(settings, ground);
        var caches = RegionalCaches.Build(settings, ground);
        var jobs = RegionalJobs.Build(settings, ground, caches.Locks, databases);

        var business = Observability.Business(settings, region);

        var release = WebRelease.Build(region, edge, firewall, new()
        {
            Naming = naming,
            Location = location,
            Subnets = network.AppSubnets,
            SecurityGroupId = firewall.GroupOf(new WebTier()),
            Targets = [],
            Machine = new()
            {
                Image = region.ImageId,
                InstanceType = settings.WebInstanceType,
                BootScript = BootScripts.ForWeb(region.Cidr, caches, databases.EnvironmentIn(location.Region)
                    .Concat(RegionalApps.Environment(settings)).Concat(jobs.Producer.Environment).Append(new("METRICS_NAMESPACE", business.Namespace))),
            },
            Scaling = settings.WebScaling with { RequestsPerMinute = settings.WebRequestsPerMinute, Forecast = profile.Forecast },
            Permissions = jobs.Permissions.Concat(caches.WebPermissions).Concat(databases.PermissionsIn(location.Region))
                .Append(new("metrics", Output.Create(business.ReportPolicy))).ToDictionary(),
        });

        return new(network, edge, filter, caches, jobs, release, RegionalApps.Build(settings, ground, names, jobs, databases));
    }

    private sealed record RegionalPlatform(
        Network Network,
        LoadBalancer Edge,
        EdgeFirewall Filter,
        RegionalCaches Caches,
        RegionalJobs Jobs,
        WebRelease Web,
        RegionalApps Apps)
    {
        public IReadOnlyList<IObserved> Observed => [Network, Edge, Filter, .. Web.Clusters, Apps.Balancer, Apps.Clones, .. Caches.Observed, .. Jobs.Observed];
    }
}
