using Infra.Components.Edge;

namespace Infra.Stacks;

/// <summary>What may not get as far as the applications.</summary>
internal static class RequestFilters
{
    // Uploads are larger than what the core rules take for normal.
    private static readonly ManagedRules[] Rules =
    [
        ManagedRules.Core with { CountedRules = ["SizeRestrictions_BODY"] },
        ManagedRules.KnownBadInputs,
        ManagedRules.IpReputation,
        ManagedRules.SqlDatabase,
        ManagedRules.Linux,
    ];

    public static EdgeFirewall BeforeDistributions(StackSettings settings) => new($"waf-cdn-{settings.Regions[0].Location.Global().Region}", new()
    {
        Naming = settings.Naming,
        Location = settings.Regions[0].Location,
        Place = new BeforeDistributions(),
        ManagedRules = Rules,
        RateLimit = new() { Requests = settings.Front.RequestsPerAddress },
        LogDays = settings.Profile.FlowLogDays,
    });

    public static EdgeFirewall Before(StackSettings settings, RegionSettings region, LoadBalancer balancer) => new($"waf-{region.Location.Region}", new()
    {
        Naming = settings.Naming,
        Location = region.Location,
        Place = new BeforeBalancers(new Dictionary<string, LoadBalancer> { ["edge"] = balancer }),
        ManagedRules = Rules,
        RateLimit = new() { Requests = settings.Front.RequestsPerAddress, Source = RateSource.ForwardedFor },
        LogDays = settings.Profile.FlowLogDays,
    });
}
