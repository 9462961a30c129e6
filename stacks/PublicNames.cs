using Infra.Components.Dns;
using Infra.Components.Edge;

namespace Infra.Stacks;

/// <summary>The public names and who answers to them: the API by latency, localized content by place.</summary>
internal static class PublicNames
{
    public static Zone Build(StackSettings settings, IReadOnlyDictionary<string, LoadBalancer> balancers)
    {
        var zone = new Zone("zone", new()
        {
            Naming = settings.Naming,
            Location = settings.Regions[0].Location,
            Domain = settings.Domain,
            Visibility = new PublicZone(),
            DeletionProtection = settings.Profile.DeletionProtection,
            // Nobody sends mail from here, and nobody but Amazon issues certificates.
            Records = [new IssuerRecord("", IssuerRecord.Amazon), new MailRecord(""), new TextRecord("", "v=spf1 -all")],
        });
        var answers = balancers.ToDictionary(balancer => balancer.Key, balancer => (Answer)AliasAnswer.To(balancer.Value));

        var api = new RoutingGroup("api", new() { Zone = zone, Name = "api", Routing = new LatencyRouting(answers) });
        _ = new RoutingGroup("content", new() { Zone = zone, Name = "content", Routing = ByPlace(settings, answers) });
        _ = new DnsHealthCheck("front-door", new()
        {
            Naming = settings.Naming,
            Location = settings.Regions[0].Location,
            Probe = new EndpointProbe { Host = api.Domain, Path = "/health" },
        });
        return zone;
    }

    private static GeolocationRouting ByPlace(StackSettings settings, Dictionary<string, Answer> answers) => new(
        answers[settings.PrimaryRegion],
        settings.Regions
            .SelectMany(region => region.Serves.Select(area => (area, region.Location.Region)))
            .ToDictionary(entry => entry.area, entry => answers[entry.Region]));
}
