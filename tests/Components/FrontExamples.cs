using Infra.Components;
using Infra.Components.Delivery;
using Infra.Components.Dns;
using Infra.Components.Edge;

namespace Infra.Tests.Components;

/// <summary>The code that the pages about names, certificates and delivery show.</summary>
internal static class FrontExamples
{
    private static readonly Naming Naming = Places.Naming;
    private static readonly Location Location = Places.Frankfurt;

    public static Zone Zone()
    {
        var zone = new Zone("zone", new()
        {
            Naming = Naming,
            Location = Location,
            Domain = DomainName.Parse("shop.example"),
            Visibility = new PublicZone(QueryLogDays: 90),
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
}
