namespace Infra.Policies.Cloudflare;

/// <summary>Type tokens of the Cloudflare provider: those of version 6.22, and the former ones that programs of version 5 still have.</summary>
internal static class CloudflareTypes
{
    public static IReadOnlyList<string> Zone { get; } = ["cloudflare:index/zone:Zone"];
    public static IReadOnlyList<string> ZoneSetting { get; } = ["cloudflare:index/zoneSetting:ZoneSetting"];

    /// <summary>All settings of a zone in one resource, up to version 5.</summary>
    public static IReadOnlyList<string> ZoneSettings { get; } = ["cloudflare:index/zoneSettingsOverride:ZoneSettingsOverride"];

    public static IReadOnlyList<string> Subscription { get; } = ["cloudflare:index/zoneSubscription:ZoneSubscription"];
    public static IReadOnlyList<string> HostnameTlsSetting { get; } = ["cloudflare:index/hostnameTlsSetting:HostnameTlsSetting"];
    public static IReadOnlyList<string> Signing { get; } = ["cloudflare:index/zoneDnssec:ZoneDnssec"];
    public static IReadOnlyList<string> Record { get; } = ["cloudflare:index/dnsRecord:DnsRecord", "cloudflare:index/record:Record"];
    public static IReadOnlyList<string> LoadBalancer { get; } = ["cloudflare:index/loadBalancer:LoadBalancer"];
    public static IReadOnlyList<string> Pool { get; } = ["cloudflare:index/loadBalancerPool:LoadBalancerPool"];
    public static IReadOnlyList<string> Monitor { get; } =
        ["cloudflare:index/loadBalancerMonitor:LoadBalancerMonitor", "cloudflare:index/loadBalancerMonitorGroup:LoadBalancerMonitorGroup"];

    public static IReadOnlyList<string> Spectrum { get; } = ["cloudflare:index/spectrumApplication:SpectrumApplication"];
    public static IReadOnlyList<string> Ruleset { get; } = ["cloudflare:index/ruleset:Ruleset"];
    public static IReadOnlyList<string> RateLimit { get; } = ["cloudflare:index/rateLimit:RateLimit"];
    public static IReadOnlyList<string> PageRule { get; } = ["cloudflare:index/pageRule:PageRule"];
    public static IReadOnlyList<string> Token { get; } = ["cloudflare:index/apiToken:ApiToken", "cloudflare:index/accountToken:AccountToken"];

    /// <summary>What answers visitors at the edge itself.</summary>
    public static IReadOnlyList<string> Worker { get; } =
    [
        "cloudflare:index/workersRoute:WorkersRoute", "cloudflare:index/workerRoute:WorkerRoute",
        "cloudflare:index/workersCustomDomain:WorkersCustomDomain", "cloudflare:index/workerDomain:WorkerDomain",
    ];

    public static IReadOnlyList<string> ZonePulls { get; } = ["cloudflare:index/authenticatedOriginPullsSettings:AuthenticatedOriginPullsSettings"];
    public static IReadOnlyList<string> HostnamePulls { get; } = ["cloudflare:index/authenticatedOriginPulls:AuthenticatedOriginPulls"];
}
