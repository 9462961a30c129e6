using Infra.Components.Delivery;
using Infra.Components.Dns;
using Infra.Components.Edge;
using Infra.Components.Encryption;
using Pulumi;

namespace Infra.Stacks;

/// <summary>
/// The public names, the certificate and the secret behind them, and who answers:
/// the API by latency, localized content by place, the admin site by health.
/// </summary>
internal sealed record PublicNames(StackSettings Settings, Zone Zone, Certificate Certificate, OriginSecret Secret)
{
    public const string Api = "api";
    public const string Content = "content";
    public const string Admin = "admin";

    /// <summary>Encrypts the logs of what AWS has in one region for the whole world.</summary>
    public required Output<string> LogKeyArn { get; init; }

    public static PublicNames Build(StackSettings settings)
    {
        var location = settings.Regions[0].Location;
        var logKey = new EncryptionKey($"front-log-key-{location.Global().Region}", new()
        {
            Naming = settings.Naming,
            Location = location.Global(),
            Purpose = KeyPurpose.Logs,
            DeletionProtection = settings.Profile.DeletionProtection,
        });
        var zone = new Zone("zone", new()
        {
            Naming = settings.Naming,
            Location = location,
            Domain = settings.Domain,
            Visibility = new PublicZone(settings.Profile.FlowLogDays, logKey.KeyArn),
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
        var secret = new OriginSecret("origin-secret", new()
        {
            Naming = settings.Naming,
            Location = location with { Region = settings.PrimaryRegion },
            Generation = 1,
            DeletionProtection = settings.Profile.DeletionProtection,
        });
        return new(settings, zone, certificate, secret) { LogKeyArn = logKey.KeyArn };
    }

    public Input<string> CertificateFor(RegionSettings region) =>
        region.CertificateArn is { } given ? given : Certificate.ArnIn(region.Location.Region);

    /// <param name="balancers">By region.</param>
    /// <param name="checks">Whether the region serves, by region.</param>
    public void Route(IReadOnlyDictionary<string, LoadBalancer> balancers, IReadOnlyDictionary<string, DnsHealthCheck> checks)
    {
        var answers = balancers.ToDictionary(
            balancer => balancer.Key,
            balancer => (Answer)AliasAnswer.WhileHealthy(balancer.Value, checks[balancer.Key].CheckId));

        _ = new RoutingGroup(Api, new() { Zone = Zone, Name = Api, Routing = new LatencyRouting(answers) });
        _ = new RoutingGroup(Content, new() { Zone = Zone, Name = Content, Routing = ByPlace(answers) });
        _ = new RoutingGroup(Admin, new() { Zone = Zone, Name = Admin, Routing = ByHealth(answers) });
    }

    private GeolocationRouting ByPlace(Dictionary<string, Answer> answers) => new(
        answers[Settings.PrimaryRegion],
        Settings.Regions
            .SelectMany(region => region.Serves.Select(area => (area, region.Location.Region)))
            .ToDictionary(entry => entry.area, entry => answers[entry.Region]));

    private FailoverRouting ByHealth(Dictionary<string, Answer> answers)
    {
        var primary = answers[Settings.PrimaryRegion];
        return Settings.StandbyRegion is not { } standby ? FailoverRouting.WithoutStandby(primary) : FailoverRouting.ToHotStandby(primary, answers[standby]);
    }
}
