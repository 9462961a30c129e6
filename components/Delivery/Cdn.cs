using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Infra.Components.Dns;
using Infra.Components.Edge;
using Infra.Components.Operations;
using Pulumi;
using Pulumi.Aws.CloudFront;
using Pulumi.Aws.CloudFront.Inputs;

namespace Infra.Components.Delivery;

public sealed record CdnArgs
{
    public required Naming Naming { get; init; }

    public required Location Location { get; init; }

    /// <summary>Its names; in the whole world each belongs to one distribution.</summary>
    public required IReadOnlyList<DomainName> Domains { get; init; }

    /// <summary>Issued in the region of global services, for all of the names.</summary>
    public required Input<string> CertificateArn { get; init; }

    /// <summary>Of an <see cref="EdgeFirewall"/> before distributions.</summary>
    public required Input<string> FirewallArn { get; init; }

    /// <summary>What no path takes.</summary>
    public required Behavior Default { get; init; }

    public required int LogDays { get; init; }

    public required bool DeletionProtection { get; init; }

    /// <summary>By pattern, such as <c>/api/*</c>. The longest that fits wins, whatever the order here.</summary>
    public IReadOnlyDictionary<string, Behavior> Paths { get; init; } = ImmutableDictionary<string, Behavior>.Empty;

    public Countries Countries { get; init; } = Countries.All;
}

/// <summary>A CloudFront distribution: TLS and HTTP/3 near the user, files and answers kept there, origins that nobody else can ask.</summary>
public sealed partial class Cdn : ComponentResource, IObserved
{
    // CloudFront quotas, read 2026-11; more are given on request.
    private const int MostDomains = 100;
    private const int MostPaths = 75;

    public Cdn(string name, CdnArgs args, ComponentResourceOptions? options = null)
        : base("infra:delivery:Cdn", name, options)
    {
        var behaviors = args.Paths.Values.Prepend(args.Default).ToList();
        var origins = behaviors.Select(behavior => behavior.Origin).DistinctBy(origin => origin.Key).ToList();
        var members = origins.SelectMany(origin => origin.Members).DistinctBy(origin => origin.Key)
            .OrderBy(origin => origin.Key, StringComparer.Ordinal).ToList();
        Check(name, args, behaviors).ThrowIfAny();

        var child = new CustomResourceOptions { Parent = this };
        var access = CreateAccessControl(name, child);
        var headers = CdnPolicies.Headers(name, child);
        var caches = behaviors.Select(behavior => behavior.Caching).Where(caching => caching.Key is not null).DistinctBy(caching => caching.Key)
            .ToDictionary(caching => caching.Key!, caching => CdnPolicies.Cache(name, caching, child));
        var distribution = new Distribution(
            name,
            new CdnPlan(name, args, headers, caches).Build(CdnOrigins.Build(name, args, members, access, child), origins),
            CustomResourceOptions.Merge(child, new() { Protect = args.DeletionProtection }));
        foreach (var origin in members.OfType<PushOrigin>())
            CdnOrigins.LetRead(name, origin, distribution, child);
        CdnLogs.Create(name, args, distribution, this);
        Measure(name, distribution, child);

        DomainName = distribution.DomainName;
        ZoneId = distribution.HostedZoneId;
        DistributionId = distribution.Id;
        Telemetry = CdnTelemetry.OfDistribution(name, args.Location, distribution.Id);
        RegisterOutputs();
    }

    [Output("domainName")]
    public Output<string> DomainName { get; }

    /// <summary>The hosted zone of <see cref="DomainName"/>, which alias records need.</summary>
    [Output("zoneId")]
    public Output<string> ZoneId { get; }

    /// <summary>The dimension of its metrics, which are in the region of global services.</summary>
    [Output("distributionId")]
    public Output<string> DistributionId { get; }

    public Telemetry Telemetry { get; }

    private static Problems Check(string name, CdnArgs args, List<Behavior> behaviors)
    {
        var origins = behaviors.Select(behavior => behavior.Origin).Distinct().ToList();
        var keyed = origins.SelectMany(origin => origin.Members.Append(origin)).Distinct().ToList();
        var cachings = behaviors.Select(behavior => behavior.Caching).Where(caching => caching.Key is not null).Distinct();
        return new Problems("Cdn", name)
            .Unless(Naming.IsWord(name) && name.Length <= 40, "Its name may hold lower-case words joined by hyphens, 40 characters at most.")
            .Unless(args.Domains.Count is >= 1 and <= MostDomains, $"It has {args.Domains.Count} domains; allowed are 1 to {MostDomains}.")
            .Add(args.Domains.GroupBy(domain => domain).Where(group => group.Count() > 1).Select(group => $"{group.Key} is named {group.Count()} times."))
            .Unless(args.Paths.Count <= MostPaths, $"It has {args.Paths.Count} paths; CloudFront takes {MostPaths}.")
            .Add(args.Paths.Keys.Where(path => !PathPattern().IsMatch(path)).Order(StringComparer.Ordinal)
                .Select(path => $"'{path}' is no path pattern; expected is one such as /api/*, of at most 255 characters."))
            .Add(args.Default.Check("of all else"))
            .Add(args.Paths.OrderBy(path => path.Key, StringComparer.Ordinal).SelectMany(path => path.Value.Check(path.Key)))
            .Add(keyed.SelectMany(origin => origin.Check()))
            .Add(keyed.GroupBy(origin => origin.Key).Where(group => group.Count() > 1)
                .Select(group => $"{group.Count()} different origins have the key '{group.Key}'."))
            .Add(keyed.OfType<PushOrigin>().SelectMany(origin => origin.Bucket.Claim(name, origin.Key)))
            .Add(cachings.GroupBy(caching => caching.Key).Where(group => group.Count() > 1)
                .Select(group => $"{group.Count()} different ways of caching have the key '{group.Key}'."))
            .Add(args.Countries.Check())
            .Unless(args.LogDays >= 1, $"LogDays is {args.LogDays}; expected is at least 1.");
    }

    private static OriginAccessControl CreateAccessControl(string name, CustomResourceOptions child) =>
        new(name, new OriginAccessControlArgs
        {
            Description = $"Signs what {name} asks buckets for",
            OriginAccessControlOriginType = "s3",
            SigningBehavior = "always",
            SigningProtocol = "sigv4",
        }, child);

    // Without it CloudFront counts neither what its caches hold nor how long origins take. It costs by the metric, not by the request.
    private static void Measure(string name, Distribution distribution, CustomResourceOptions child) =>
        _ = new MonitoringSubscription(name, new MonitoringSubscriptionArgs
        {
            DistributionId = distribution.Id,
            MonitoringSubscriptionDetails = new MonitoringSubscriptionMonitoringSubscriptionArgs
            {
                RealtimeMetricsSubscriptionConfig = new MonitoringSubscriptionMonitoringSubscriptionRealtimeMetricsSubscriptionConfigArgs
                {
                    RealtimeMetricsSubscriptionStatus = "Enabled",
                },
            },
        }, child);

    [GeneratedRegex("^/[A-Za-z0-9_.*$/~\"'@:+?&-]{0,254}$")]
    private static partial Regex PathPattern();
}
