using Infra.Components;
using Infra.Components.Compute;
using Infra.Components.Data;
using Infra.Components.Edge;
using Infra.Components.Encryption;
using Infra.Components.Networking;
using Pulumi;

namespace Infra.Tests.Components;

/// <summary>The code that the pages in docs/components/ show.</summary>
internal static class Examples
{
    private static readonly Naming Naming = Places.Naming;
    private static readonly Location Location = Places.Frankfurt;

    public static Network Network()
    {
        var network = new Network("network-eu-central-1", new()
        {
            Naming = Naming,
            Location = Location,
            Cidr = Cidr.Parse("10.20.0.0/16"),
            Zones = ["a", "b", "c"],
            Nat = NatStrategy.PerZone,
            FlowLogDays = 90,
        });
        return network;
    }

    public static (Firewall Firewall, LoadBalancerTier LoadBalancers, WebTier Web, CacheTier Caches) Firewall(Network network)
    {
        var (internet, loadBalancers, web, caches) = (new Internet(), new LoadBalancerTier(), new WebTier(), new CacheTier());
        var (administrators, bastion) = (new Administrators([Cidr.Parse("10.250.0.0/24")]), new BastionTier());

        var firewall = new Firewall("firewall-eu-central-1", new()
        {
            Naming = Naming,
            Location = Location,
            VpcId = network.VpcId,
            Flows =
            [
                internet.CanReach(loadBalancers),
                loadBalancers.CanReach(web),
                administrators.CanReach(bastion),
                bastion.CanReach(web),
                bastion.CanReach(internet),
                web.CanReach(internet),
                web.CanReach(caches),
                web.CanReach(new EndpointTier()),
                new ImageBuilderTier().CanReach(internet),
            ],
        });
        return (firewall, loadBalancers, web, caches);
    }

    public static LoadBalancer LoadBalancer(Network network, Firewall firewall, LoadBalancerTier loadBalancers)
    {
        var edge = new LoadBalancer("edge-eu-central-1", new()
        {
            Naming = Naming,
            Location = Location,
            VpcId = network.VpcId,
            Subnets = network.PublicSubnets,
            SecurityGroupId = firewall.GroupOf(loadBalancers),
            Listening = Listening.OnInternet("arn:aws:acm:eu-central-1:123456789012:certificate/0f3a1c52-7f0b-4c1e-9d7e-2b6a4c8d9e10"),
            Targets =
            [
                new() { Key = "web", HealthCheck = new() { Path = "/health" }, SlowStartSeconds = 60 },
                new()
                {
                    Key = "api",
                    HealthCheck = new() { Path = "/health" },
                    Algorithm = RoutingAlgorithm.LeastOutstandingRequests,
                },
            ],
            Routing = new()
            {
                Default = Route.To("web"),
                Rules =
                [
                    new() { Key = "api", Priority = 100, Paths = ["/api/*"], Route = Route.To("api") },
                    new() { Key = "canary", Priority = 200, Headers = [HeaderMatch.OneOf("x-canary", "yes")], Route = Route.To("api") },
                    new()
                    {
                        Key = "users-a-to-m",
                        Priority = 300,
                        Headers = [HeaderMatch.Initials("x-user-name", 'a', 'm')],
                        Route = Route.Split(new Dictionary<string, int> { ["web"] = 95, ["api"] = 5 }, stickySeconds: 3600),
                    },
                ],
            },
            DeletionProtection = true,
            AccessLogDays = 365,
        });
        return edge;
    }

    public static NetworkLoadBalancer NetworkLoadBalancer(Network network, Firewall firewall, LoadBalancerTier loadBalancers)
    {
        var apps = new NetworkLoadBalancer("apps-eu-central-1", new()
        {
            Naming = Naming,
            Location = Location,
            VpcId = network.VpcId,
            Subnets = network.AppSubnets,
            SecurityGroupId = firewall.GroupOf(loadBalancers),
            Scope = BalancerScope.Inside,
            Listeners =
            [
                new()
                {
                    Key = "tls",
                    Port = 443,
                    CertificateArn = "arn:aws:acm:eu-central-1:123456789012:certificate/0f3a1c52-7f0b-4c1e-9d7e-2b6a4c8d9e10",
                    HealthCheck = new() { Path = "/health" },
                },
            ],
            DeletionProtection = true,
            AccessLogDays = 365,
        });
        return apps;
    }

    public static Cache Cache(Network network, Firewall firewall, CacheTier caches, EncryptionKey key)
    {
        var sessions = new Cache("sessions-eu-central-1", new()
        {
            Naming = Naming,
            Location = Location,
            Subnets = network.DataSubnets,
            SecurityGroupId = firewall.GroupOf(caches),
            KeyArn = key.KeyArn,
            Purpose = CachePurpose.Sessions,
            Nodes = new() { Type = "cache.m7g.large", Replicas = 2 },
            SnapshotDays = 7,
            DeletionProtection = true,
        });
        return sessions;
    }

    public static WebServer WebServer(Cache sessions)
    {
        var server = new WebServer
        {
            Application = new()
            {
                Unit = "web",
                Port = 8080,
                HealthPath = "/health",
                Environment = new Dictionary<string, string> { ["SESSION_CACHE_USER"] = sessions.UserName },
            },
            TrustedProxies = [Cidr.Parse("10.20.0.0/16")],
            Limits = new() { RequestsPerSecond = 100, Burst = 200, Connections = 100 },
        };
        return server;
    }

    public static WebCluster WebCluster(Network network, Firewall firewall, WebTier web, LoadBalancer edge, Cache sessions, WebServer server)
    {
        var clones = new WebCluster("web-eu-central-1", new()
        {
            Naming = Naming,
            Location = Location,
            Subnets = network.AppSubnets,
            SecurityGroupId = firewall.GroupOf(web),
            Targets = [edge.TargetOf("web")],
            Machine = new()
            {
                Image = "ami-0a1b2c3d4e5f60718",
                InstanceType = "m7g.large",
                BootScript = server.BootScript,
            },
            Scaling = new() { Minimum = 6, Maximum = 24, CpuPercent = 50 },
            Permissions = new Dictionary<string, Output<string>> { ["sessions"] = sessions.ConnectPolicy },
        });
        return clones;
    }

    public static GoldenImage GoldenImage(Network network, Firewall firewall, ImageBuilderTier builders)
    {
        var image = new GoldenImage("image-eu-central-1", new()
        {
            Naming = Naming,
            Location = Location,
            Regions = ["eu-central-1", "us-east-1"],
            Subnet = network.AppSubnets[0],
            SecurityGroupId = firewall.GroupOf(builders),
            Recipe = new()
            {
                BaseImage = "ami-0a1b2c3d4e5f60718",
                Version = "1.0",
                Steps =
                [
                    new() { Key = "nginx", Build = "set -eu\ndnf install --assumeyes nginx\n", Validate = "nginx -v\n" },
                ],
            },
            InstanceType = "m7g.large",
            Schedule = "cron(0 3 ? * sun *)",
        });
        return image;
    }
}
