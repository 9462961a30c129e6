using Infra.Components.Compute;
using Infra.Components.Edge;
using Infra.Components.Networking;
using Pulumi;

namespace Infra.Stacks;

/// <summary>The application layer: machines that only the web tier calls, through a balancer inside the network.</summary>
internal sealed record RegionalApps(NetworkLoadBalancer Balancer, WebCluster Clones)
{
    private const string Service = "apps";

    public static AppTier Tier { get; } = new();

    private static InternalLoadBalancerTier BalancerTier { get; } = new();

    public static IEnumerable<Flow> Flows(WebTier web) =>
        [web.CanReach(BalancerTier), BalancerTier.CanReach(Tier), Tier.CanReach(new Internet())];

    /// <summary>What callers need to know: where the layer is, and the name that its certificate proves, which is another one.</summary>
    public static IReadOnlyDictionary<string, string> Environment(StackSettings settings) => new Dictionary<string, string>
    {
        ["APPS_ADDRESS"] = $"{Service}.{DomainOf(settings)}",
        ["APPS_CERTIFICATE_NAME"] = settings.Domain.Child(Service).ToString(),
    };

    public static RegionalApps Build(StackSettings settings, RegionalGround ground, PublicNames names, RegionalJobs jobs, Databases databases)
    {
        var (naming, profile, region, location) = (settings.Naming, settings.Profile, ground.Region, ground.Region.Location);
        var (network, firewall) = (ground.Network, ground.Firewall);

        var balancer = new NetworkLoadBalancer($"apps-{location.Region}", new()
        {
            Naming = naming,
            Location = location,
            VpcId = network.VpcId,
            Subnets = network.AppSubnets,
            SecurityGroupId = firewall.GroupOf(BalancerTier),
            Scope = BalancerScope.Inside,
            Listeners = [new() { Key = "tls", Port = 443, CertificateArn = names.CertificateFor(region), HealthCheck = new() { Path = "/health" } }],
            DeletionProtection = profile.DeletionProtection,
            AccessLogDays = profile.AccessLogDays,
        });

        var clones = new WebCluster($"app-{location.Region}", new()
        {
            Naming = naming,
            Location = location,
            Subnets = network.AppSubnets,
            SecurityGroupId = firewall.GroupOf(Tier),
            Targets = [balancer.TargetOf("tls")],
            Machine = new()
            {
                Image = region.ImageId,
                InstanceType = settings.AppInstanceType,
                BootScript = BootScripts.ForApps(region.Cidr, databases.EnvironmentIn(location.Region).Concat(jobs.Producer.Environment)),
            },
            Scaling = settings.AppScaling,
            Permissions = databases.PermissionsIn(location.Region).Concat(jobs.Permissions).ToDictionary(),
        }, new() { DependsOn = { firewall } });

        _ = new ServiceDiscovery($"services-{location.Region}", new()
        {
            Naming = naming,
            Location = location,
            VpcId = network.VpcId,
            Domain = DomainOf(settings),
            Balancers = new Dictionary<string, Input<string>> { [Service] = balancer.DnsName },
        });

        return new(balancer, clones);
    }

    private static string DomainOf(StackSettings settings) => $"{settings.Naming.Product}.internal";
}
