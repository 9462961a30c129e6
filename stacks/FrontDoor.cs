using Infra.Components.Delivery;
using Infra.Components.Dns;
using Infra.Components.Operations;
using Pulumi;

namespace Infra.Stacks;

/// <summary>The one way in: a distribution behind a firewall, with the static site and, behind it, what the balancers of all regions serve.</summary>
internal sealed record FrontDoor(Cdn Cdn, IReadOnlyList<IObserved> Observed)
{
    private const int DaySeconds = 24 * 3600;

    public static FrontDoor Build(StackSettings settings, PublicNames names)
    {
        var location = settings.Regions[0].Location;
        var site = new StaticSite("site", new()
        {
            Naming = settings.Naming,
            Location = location,
            PrimaryRegion = settings.PrimaryRegion,
            ReplicaRegion = settings.Front.SiteReplicaRegion,
            Folder = SiteFolder.Read(Deployment.Instance.RootDirectory, settings.Front.SiteFolder),
            DeletionProtection = settings.Profile.DeletionProtection,
        });

        var filter = RequestFilters.BeforeDistributions(settings, names.LogKeyArn);
        PullOrigin OriginOf(string name) => new(name, names.Zone.Domain.Child(name), names.Secret.Value);
        var api = OriginOf(PublicNames.Api);
        var cdn = new Cdn("cdn", new()
        {
            Naming = settings.Naming,
            Location = location,
            Domains = [settings.Domain, settings.Domain.Child("www")],
            CertificateArn = names.Certificate.ArnIn(location.Global().Region),
            FirewallArn = filter.Arn,
            Default = site.Pages,
            Paths = new Dictionary<string, Behavior>
            {
                ["/api/*"] = new() { Origin = api, Caching = Caching.Never, Methods = RequestMethods.All },
                ["/admin/*"] = new() { Origin = OriginOf(PublicNames.Admin), Caching = Caching.Never, Methods = RequestMethods.All },
                // The whole way in, from the edge to a clone: what health checks and canaries ask.
                ["/health"] = new() { Origin = api, Caching = Caching.Never },
                ["/content/*"] = new()
                {
                    Origin = OriginOf(PublicNames.Content),
                    Caching = Caching.Pages("content", 60, DaySeconds) with { ByPlace = PlaceOf(settings) },
                },
            },
            LogDays = settings.Profile.AccessLogDays,
            DeletionProtection = settings.Profile.DeletionProtection,
        });

        return new(cdn, [cdn, site, filter, Name(settings, names.Zone, cdn)]);
    }

    // Content is localized: what was asked for in one country must not be the answer in another.
    private static ViewerPlace PlaceOf(StackSettings settings) =>
        settings.Regions.SelectMany(region => region.Serves).Any(area => area.IsState) ? ViewerPlace.State : ViewerPlace.Country;

    private static DnsHealthCheck Name(StackSettings settings, Zone zone, Cdn cdn)
    {
        var answer = new SimpleRouting(AliasAnswer.ToDistribution(cdn.DomainName, cdn.ZoneId));
        _ = new RoutingGroup("apex", new() { Zone = zone, Name = "", Routing = answer });
        var www = new RoutingGroup("www", new() { Zone = zone, Name = "www", Routing = answer });
        return new DnsHealthCheck("front-door", new()
        {
            Naming = settings.Naming,
            Location = settings.Regions[0].Location,
            Probe = new EndpointProbe { Host = www.Domain, Path = "/health" },
        });
    }
}
