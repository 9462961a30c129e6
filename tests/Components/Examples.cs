using Infra.Components;
using Infra.Components.Compute;
using Infra.Components.Data;
using Infra.Components.Delivery;
using Infra.Components.Dns;
using Infra.Components.Edge;
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

    public static Zone Zone()
    {
        var zone = new Zone("zone", new()
        {
            Naming = Naming,
            Location = Location,
            Domain = DomainName.Parse("shop.example"),
            Visibility = new PublicZone(),
            DeletionProtection = true,
            Records = [new IssuerRecord("", IssuerRecord.Amazon), new MailRecord("", new MailServer(10, "mx.mail.example"))],
        });
        return zone;
    }

    public static Certificate Certificate(Zone zone)
    {
        var certificate = new Certificate("certificate", new()
        {
            Naming = Naming,
            Zone = zone,
            Domains = [DomainName.Parse("shop.example"), DomainName.Parse("*.shop.example")],
            Regions = [Location.Global().Region, Location.Region],
        });
        return certificate;
    }

    public static EdgeFirewall EdgeFirewall()
    {
        var waf = new EdgeFirewall("waf-cdn-us-east-1", new()
        {
            Naming = Naming,
            Location = Location,
            Place = new BeforeDistributions(),
            ManagedRules =
            [
                ManagedRules.Core with { CountedRules = ["SizeRestrictions_BODY"] },
                ManagedRules.KnownBadInputs,
                ManagedRules.IpReputation,
                ManagedRules.SqlDatabase with { Mode = RuleMode.Count },
            ],
            RateLimit = new() { Requests = 2000 },
            LogDays = 90,
        });
        return waf;
    }

    public static OriginSecret OriginSecret()
    {
        var secret = new OriginSecret("origin-secret", new() { Naming = Naming, Location = Location, Generation = 1, DeletionProtection = true });
        return secret;
    }

    public static Routing LockedRouting(OriginSecret secret)
    {
        var routing = new Routing
        {
            Default = Route.Respond(403, "Ask for this by its public name."),
            Rules =
            [
                new()
                {
                    Key = "distribution",
                    Priority = 100,
                    Headers = [HeaderMatch.Secret(PullOrigin.SecretHeader, secret.Accepted)],
                    Route = Route.To("web"),
                },
            ],
        };
        return routing;
    }

    public static StaticSite StaticSite(string projectFolder)
    {
        var site = new StaticSite("site", new()
        {
            Naming = Naming,
            Location = Location,
            PrimaryRegion = "eu-central-1",
            ReplicaRegion = "us-east-1",
            Folder = SiteFolder.Read(projectFolder, "stacks/site"),
            DeletionProtection = true,
        });
        return site;
    }

    public static Cdn Cdn(Zone zone, Certificate certificate, EdgeFirewall waf, StaticSite site, OriginSecret secret)
    {
        var api = new PullOrigin("api", zone.Domain.Child("api"), secret.Value);
        var cdn = new Cdn("cdn", new()
        {
            Naming = Naming,
            Location = Location,
            Domains = [zone.Domain, zone.Domain.Child("www")],
            CertificateArn = certificate.ArnIn(Location.Global().Region),
            FirewallArn = waf.Arn,
            Default = site.Pages,
            Paths = new Dictionary<string, Behavior>
            {
                ["/api/*"] = new() { Origin = api, Caching = Caching.Never, Methods = RequestMethods.All },
                ["/news/*"] = new() { Origin = api, Caching = Caching.Pages("news", 60, 3600) },
            },
            LogDays = 365,
            DeletionProtection = true,
        });
        return cdn;
    }

    public static RoutingGroup RoutingGroup(Zone zone, LoadBalancer frankfurt, LoadBalancer virginia)
    {
        var api = new RoutingGroup("api", new()
        {
            Zone = zone,
            Name = "api",
            Routing = new LatencyRouting(new Dictionary<string, Answer>
            {
                ["eu-central-1"] = AliasAnswer.To(frankfurt),
                ["us-east-1"] = AliasAnswer.To(virginia),
            }),
        });
        return api;
    }

    public static DnsHealthCheck DnsHealthCheck(RoutingGroup api)
    {
        var frontDoor = new DnsHealthCheck("front-door", new()
        {
            Naming = Naming,
            Location = Location,
            Probe = new EndpointProbe { Host = api.Domain, Path = "/health" },
        });
        return frontDoor;
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

    public static Cache Cache(Network network, Firewall firewall, CacheTier caches)
    {
        var sessions = new Cache("sessions-eu-central-1", new()
        {
            Naming = Naming,
            Location = Location,
            Subnets = network.DataSubnets,
            SecurityGroupId = firewall.GroupOf(caches),
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
