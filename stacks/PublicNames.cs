using Infra.Components.Dns;
using Infra.Components.Edge;
using Pulumi;

namespace Infra.Stacks;

/// <summary>The public names, the certificate for them, and who answers: the API by latency, localized content by place.</summary>
internal sealed record PublicNames(StackSettings Settings, Zone Zone, Certificate Certificate)
{
    public static PublicNames Build(StackSettings settings)
    {
        var location = settings.Regions[0].Location;
        var zone = new Zone("zone", new()
        {
            Naming = settings.Naming,
            Location = location,
            Domain = settings.Domain,
            Visibility = new PublicZone(),
            DeletionProtection = settings.Profile.DeletionProtection,
            // Nobody sends mail from here, and nobody but Amazon issues certificates.
            Records = [new IssuerRecord("", IssuerRecord.Amazon), new MailRecord(""), new TextRecord("", "v=spf1 -all")],
        });
        var certificate = new Certificate("certificate", new()
        {
            Naming = settings.Naming,
            Zone = zone,
            Domains = [settings.Domain, settings.Domain.Child("*")],
            Regions = [.. settings.Regions.Select(region => region.Location.Region).Prepend(location.Global().Region).Distinct()],
        });
        return new(settings, zone, certificate);
    }

    public Input<string> CertificateFor(RegionSettings region) =>
        region.CertificateArn is { } given ? given : Certificate.ArnIn(region.Location.Region);

    public void Route(IReadOnlyDictionary<string, LoadBalancer> balancers, Alerts alerts)
    {
        var answers = balancers.ToDictionary(balancer => balancer.Key, balancer => (Answer)AliasAnswer.To(balancer.Value));

        var api = new RoutingGroup("api", new() { Zone = Zone, Name = "api", Routing = new LatencyRouting(answers) });
        _ = new RoutingGroup("content", new() { Zone = Zone, Name = "content", Routing = ByPlace(answers) });
        _ = new DnsHealthCheck("front-door", new()
        {
            Naming = Settings.Naming,
            Location = Settings.Regions[0].Location,
            Probe = new EndpointProbe { Host = api.Domain, Path = "/health" },
            AlarmTopicArns = [alerts.TopicOf(Settings.Regions[0].Location.Global())],
        });
    }

    private GeolocationRouting ByPlace(Dictionary<string, Answer> answers) => new(
        answers[Settings.PrimaryRegion],
        Settings.Regions
            .SelectMany(region => region.Serves.Select(area => (area, region.Location.Region)))
            .ToDictionary(entry => entry.area, entry => answers[entry.Region]));
}
